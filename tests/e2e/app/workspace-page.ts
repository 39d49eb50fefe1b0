import { expect, type Locator, type Page } from '@playwright/test'

/** The workspace as a person finds their way in it: by roles and names. */
export class WorkspacePage {
  readonly page: Page
  readonly segments: Locator
  readonly raw: Locator
  readonly documents: Locator
  readonly labels: Locator

  constructor(page: Page) {
    this.page = page
    this.segments = page.getByRole('listbox', { name: 'Segments' })
    this.raw = page.getByRole('group', { name: 'Raw dump' })
    this.documents = page.getByRole('navigation', { name: 'Documents' })
    this.labels = page.getByRole('region', { name: 'Labels', exact: true })
  }

  /** Waits until a document is open. */
  async ready(): Promise<this> {
    await this.segments.waitFor()
    return this
  }

  /** Waits until `document` is open, so that keys reach its segments. */
  async opened(document: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: document, exact: true })).toBeVisible()
    await this.segments.waitFor()
  }

  /** Presses keys one after the other, as at the keyboard. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  segment(text: string | RegExp): Locator {
    return this.segments.getByRole('option').filter({ hasText: text })
  }

  /** The name of the document that is open or asked about. */
  get openDocument(): Locator {
    return this.documents.locator('[aria-current="true"]')
  }

  /** The segment that keys act on, as a screen reader is told. */
  async current(): Promise<Locator> {
    const id = await this.segments.getAttribute('aria-activedescendant')
    return this.page.locator(`[id="${id}"]`)
  }

  async expectCurrent(text: string | RegExp): Promise<void> {
    await expect(async () => expect(await this.current()).toContainText(text, { timeout: 500 })).toPass({
      timeout: 10_000,
    })
  }

  /** Expects what a segment is labelled, `no label` if nothing; what is only suggested for it does not count. */
  async expectLabel(text: string | RegExp, label: string): Promise<void> {
    await expect(this.segment(text)).toHaveAccessibleName(new RegExp(`^${label}\\b`))
  }

  /** Expects how many segments have a label, as the label list counts. */
  async expectCount(label: string, count: number): Promise<void> {
    await expect(this.labels.getByRole('listitem').filter({ hasText: label })).toContainText(
      new RegExp(`(^|\\D)${count.toLocaleString('en-US')}$`),
    )
  }

  /** Waits until the screen says that everything is on the disk. */
  async saved(): Promise<void> {
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible()
  }

  get notice(): Locator {
    return this.page.getByRole('status').filter({ has: this.page.getByRole('button', { name: 'Dismiss' }) })
  }

  async open(document: string | RegExp): Promise<void> {
    await this.documents.getByRole('button', { name: document }).click()
  }
}
