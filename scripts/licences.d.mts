export declare function isAllowed(expression: string): boolean
export declare function shippedPackages(): { name: string; version: string; licence: string }[]
