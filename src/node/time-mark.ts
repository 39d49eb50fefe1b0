/** `time` in UTC as a part of a file name that sorts by time: `20260131T093005.123Z`. */
export const timeMark = (time: Date): string => time.toISOString().replace(/[-:]/g, '')
