package org.smeportal.years.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.PortalConfig;
import org.smeportal.years.YearCard;
import org.smeportal.years.YearPicture;
import org.smeportal.years.YearQueries;

/** A shared year, {@code /years/{token}}, and its picture, {@code /years/{token}.png}: no link, no page. */
@Named
@RequestScoped
public class SharedYearView extends ShowingYear {

    private static final String PNG = ".png";

    @Inject
    private YearQueries queries;

    @Inject
    private YearPicture picture;

    @Inject
    private PortalConfig config;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String token;

    private @Nullable YearCard card;

    public void load() throws IOException {
        boolean asPicture = token != null && token.endsWith(PNG);
        card = queries.shared(bareToken()).orElseThrow(NotFound::new);
        HttpServletResponse response = Faces.getResponse();
        response.setHeader("X-Robots-Tag", "noindex");
        if (asPicture) {
            byte[] png = picture.png(getCard());
            response.setHeader("Cache-Control", "private, max-age=300");
            response.setContentType("image/png");
            response.setContentLength(png.length);
            response.getOutputStream().write(png);
            FacesContext.getCurrentInstance().responseComplete();
        }
    }

    @Override
    public YearCard getCard() {
        if (card == null) {
            throw new NotFound();
        }
        return card;
    }

    public String getPage() {
        return config.url("/years/" + bareToken());
    }

    public String getPicture() {
        return getPage() + PNG;
    }

    private String bareToken() {
        String known = token == null ? "" : token;
        return known.endsWith(PNG) ? known.substring(0, known.length() - PNG.length()) : known;
    }
}
