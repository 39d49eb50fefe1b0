import { contentSecurityPolicy } from '../core/content-security-policy.ts'

/** What every answer says, whatever it is. No answer ever says anything about CORS, so no other origin may read it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Answers hold the user's texts; those that do not, say so themselves.
  'Cache-Control': 'no-store',
}
