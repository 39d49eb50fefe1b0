/** The web host as it is built into `out/main/web.js`, which the command line loads when it serves. */
export { type ServeOptions, serve, type WebHost } from './serve.ts'
