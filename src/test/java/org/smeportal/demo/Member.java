package org.smeportal.demo;

import java.util.Set;
import java.util.UUID;
import org.smeportal.security.Caller;

/** An SME of the demo, who can sign in, and the exams they know. */
record Member(UUID publicId, Caller caller, Set<String> exams) {}
