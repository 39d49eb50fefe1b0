/**
 * The Content-Security-Policy that every host sends with every answer: the page gets its own files and calls its
 * own host, and nothing else. Nothing inline, no `eval`, no frames, no forms.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
