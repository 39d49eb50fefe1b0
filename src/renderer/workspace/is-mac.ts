/** Whether keys are shown with the signs of a Mac. */
export const isMac: boolean = /mac/i.test(navigator.platform)
