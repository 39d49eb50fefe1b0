/**
 * Marks a test of what happens in the window and the service alone, and so the same over any host: the stand-in, whose
 * window is the browser that the web host is tested in, leaves it out. For whole specs of that kind see the config.
 */
export const inWindow = { tag: '@window' }
