/** `1 document`, `2 documents`. @param noun one that takes an s for several */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
