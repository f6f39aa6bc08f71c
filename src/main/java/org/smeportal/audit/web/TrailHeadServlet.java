package org.smeportal.audit.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.smeportal.audit.AuditQueries;
import org.smeportal.audit.TrailHead;

/** The end of the chain as a small file, to keep where nobody who can write the database can write. */
@WebServlet("/app/audit/head")
public class TrailHeadServlet extends HttpServlet {
    @Inject
    private AuditQueries audit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TrailHead head = audit.head();
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit-head-" + head.position() + ".json\"");
        response.getWriter()
                .write("{\"position\":" + head.position() + ",\"hash\":\"" + head.hash() + "\",\"completeTo\":"
                        + (head.completeTo() == null ? "null" : "\"" + head.completeTo() + "\"") + "}\n");
    }
}
