package org.smeportal.items;

import java.time.Instant;

/** What was said about a revision; who said it stands nowhere. */
public record ItemComment(int revision, CommentKind kind, String text, Instant at) {}
