/** The English messages of the guidelines. */
export const enGuidelines = {
  'command.guidelines': 'Show or hide the guidelines',
  'top.guidelines': 'Guidelines',
  'guidelines.title': 'Guidelines',
  'guidelines.text': 'Text of the guidelines',
  'guidelines.edit': 'Edit',
  'guidelines.close': 'Close the guidelines',
  'guidelines.cancel': 'Cancel',
  'guidelines.save': 'Save',
  'guidelines.read-again': 'Read them again',
  'guidelines.begin-with': 'Begin with',
  'guidelines.en': 'English',
  'guidelines.vi': 'Vietnamese',
  'guidelines.default':
    'Nobody has written guidelines for this corpus yet. These are Winnow’s own; edit them to make them yours.',
}
