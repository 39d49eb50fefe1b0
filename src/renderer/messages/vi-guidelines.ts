import type { enGuidelines } from './en-guidelines.ts'

/** The Vietnamese messages of the guidelines. */
export const viGuidelines: { [K in keyof typeof enGuidelines]: string } = {
  'command.guidelines': 'Hiện hoặc ẩn hướng dẫn gán nhãn',
  'top.guidelines': 'Hướng dẫn',
  'guidelines.title': 'Hướng dẫn gán nhãn',
  'guidelines.text': 'Nội dung hướng dẫn',
  'guidelines.edit': 'Sửa',
  'guidelines.close': 'Đóng hướng dẫn',
  'guidelines.cancel': 'Hủy',
  'guidelines.save': 'Lưu',
  'guidelines.read-again': 'Đọc lại',
  'guidelines.begin-with': 'Bắt đầu từ bản',
  'guidelines.en': 'tiếng Anh',
  'guidelines.vi': 'tiếng Việt',
  'guidelines.default':
    'Chưa ai viết hướng dẫn cho kho này. Đây là bản có sẵn của Winnow; hãy sửa để thành hướng dẫn của bạn.',
}
