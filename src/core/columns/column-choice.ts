/** What a column can hold that Winnow shows by itself. */
export const columnRoles = ['text', 'html', 'id', 'url', 'language', 'date'] as const

export type ColumnRole = (typeof columnRoles)[number]

/** Which column of a record holds what. A column within others is named by its path: `meta.url`. */
export type ColumnChoice = { readonly [role in ColumnRole]?: string }
