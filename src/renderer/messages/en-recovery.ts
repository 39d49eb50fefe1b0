/** The English messages of what is not on the disk, and of bringing it back. */
export const enRecovery = {
  'command.recovery': 'Recover labels that were not saved…',
  'unsaved.title': 'The latest work on {{document}} is not on the disk yet',
  'unsaved.title-more_one': 'The latest work on {{document}} and one more document is not on the disk yet',
  'unsaved.title-more_other':
    'The latest work on {{document}} and {{count}} more documents is not on the disk yet',
  'unsaved.slow': 'The disk or network folder has not answered for several seconds.',
  'unsaved.no-service': 'Winnow’s service does not answer any more.',
  'unsaved.kept':
    'Nothing is lost: it is kept in this window and in the recovery file {{path}}. Go on labelling: Winnow keeps trying, and offers what is still not saved when the folder is opened next.',
  'unsaved.only-here':
    'Go on labelling, but keep this window open: the work is in its memory only, as no recovery file could be written either ({{reason}})',
  'unsaved.start-again':
    'Keep this page open: the latest work is in its memory only. Start Winnow again with “--port {{port}}” and open its new link in another tab of this browser; this page then saves by itself. What it called saved is safe.',
  'unsaved.retry': 'Try again',
  'recovery.title': 'Labels that were not saved',
  'recovery.intro_one':
    'The work below could not be saved and was kept elsewhere. Compare it with what is on the disk and choose what becomes of it.',
  'recovery.intro_other':
    'The work below on {{count}} documents could not be saved and was kept elsewhere. Compare it with what is on the disk and choose what becomes of it.',
  'recovery.none': 'Nothing waits to be recovered: all that was labelled in this folder is on the disk.',
  'recovery.there': 'There are labels in this folder that were not saved.',
  'recovery.kept': 'Kept {{kept}} in {{path}}',
  'recovery.saved': 'The labels on the disk were saved {{saved}}.',
  'recovery.choose': 'Recover or discard the work on {{document}}',
  'recovery.why': 'It could not be saved. {{reason}}',
  'recovery.text': 'Text',
  'recovery.present': 'On the disk now',
  'recovery.in-file': 'In the recovery file',
  'recovery.status': 'Status',
  'recovery.note': 'Note',
  'recovery.no-note': 'no note',
  'recovery.cut-otherwise': 'cut otherwise',
  'recovery.unknown': 'not known',
  'recovery.unfit': 'changed on the disk meanwhile, stays as it is',
  'recovery.more_one': 'and {{count}} more text',
  'recovery.more_other': 'and {{count}} more texts',
  'recovery.recover': 'Recover',
  'recovery.later': 'Keep for later',
  'recovery.discard': 'Discard',
  'recovery.discard-hint': 'What is discarded is moved to another folder, not deleted.',
  'recovery.close': 'Close',
  'recovery.working': 'Recovering…',
  'recovery.done_one': '{{count}} change was recovered and is on the disk.',
  'recovery.done_other': '{{count}} changes were recovered and are on the disk.',
  'recovery.left':
    'The following could not be put back. It stays in the recovery file until you discard it; what you want of it can be labelled by hand.',
  'recovery.discarded': 'The work was put away in {{folder}}.',
}
