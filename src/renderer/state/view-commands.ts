import type { CommandId } from '../../core/commands.ts'
import { type Preferences, paneChoices, textSizes } from '../../core/preferences.ts'
import type { Controller } from './controller.ts'
import { changePreferences } from './preferences.ts'

const change =
  (next: (now: Preferences) => Partial<Preferences>) =>
  (controller: Controller): void =>
    void changePreferences(controller, next(controller.store.getState().preferences))

/** `size` brought within what text can have. */
const textSize = (size: number): number => Math.max(textSizes.least, Math.min(size, textSizes.most))

/** The commands about how the window looks. */
export const viewCommands: Partial<Record<CommandId, (controller: Controller) => void>> = {
  'next-panes': change(({ panes }) => ({
    panes: paneChoices[(paneChoices.indexOf(panes) + 1) % paneChoices.length] ?? 'both',
  })),
  'panes-both': change(() => ({ panes: 'both' })),
  'panes-raw': change(() => ({ panes: 'raw' })),
  'panes-segments': change(() => ({ panes: 'segments' })),
  'toggle-documents': change(({ showDocuments }) => ({ showDocuments: !showDocuments })),
  'toggle-inspector': change(({ showInspector }) => ({ showInspector: !showInspector })),
  'toggle-white-space': change(({ whiteSpace }) => ({ whiteSpace: !whiteSpace })),
  'text-larger': change((now) => ({ textSize: textSize(now.textSize + textSizes.step) })),
  'text-smaller': change((now) => ({ textSize: textSize(now.textSize - textSizes.step) })),
  'text-normal': change(() => ({ textSize: textSizes.normal })),
  'theme-light': change(() => ({ theme: 'light' })),
  'theme-dark': change(() => ({ theme: 'dark' })),
  'theme-system': change(() => ({ theme: 'system' })),
  'language-en': change(() => ({ language: 'en' })),
  'language-vi': change(() => ({ language: 'vi' })),
  'language-system': change(() => ({ language: 'system' })),
}
