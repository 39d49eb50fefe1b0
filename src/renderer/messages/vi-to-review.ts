import type { enToReview } from './en-to-review.ts'

/** The Vietnamese messages about segments to review, as the dump changed under their labels. */
export const viToReview: { [K in keyof typeof enToReview]: string } = {
  'segments.to-review': 'cần xem lại',
  'inspector.to-review': 'cần xem lại',
  'inspector.to-review-why':
    'Tệp đã thay đổi sau khi gán nhãn: đoạn này là đoạn mới, hoặc có thể là một đoạn khác trong số các đoạn giống nhau.',
  'inspector.confirm': 'Giữ nguyên',
  'command.next-to-review': 'Đoạn cần xem lại tiếp theo',
  'command.confirm-segment': 'Giữ nguyên đoạn cần xem lại, và sang đoạn tiếp theo',
  'notice.nothing-to-review': 'Tài liệu này không có đoạn nào cần xem lại.',
  'notice.not-to-review': 'Phần đang chọn không có gì cần xem lại.',
}
