/** Whether the process `pid` runs; a zombie does not. */
export function isRunning(pid: number): boolean
