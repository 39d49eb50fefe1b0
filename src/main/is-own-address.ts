import { appOrigin } from './app-origin.ts'

/** Whether `url` is of a file of the interface, or of the developer's tools, which are files of Electron's own. */
export const isOwnAddress = (url: string): boolean =>
  url.startsWith(`${appOrigin}/`) || url.startsWith('devtools://devtools/')
