import type { enPractice } from './en-practice.ts'

/** The Vietnamese messages of the practice page. */
export const viPractice: { [K in keyof typeof enPractice as K extends `${string}_one` ? never : K]: string } =
  {
    'command.practice': 'Luyện tập trên một trang đã có đáp án',
    'practice.title': 'Trang luyện tập',
    'practice.hint': 'Một trang hư cấu, dùng các phím của danh sách đoạn. Không lưu gì cả.',
    'practice.other-labels': 'Kho này có nhãn riêng; trang luyện tập dùng các nhãn của bộ đơn giản.',
    'practice.open': 'Luyện gán nhãn',
    'practice.open-hint': 'Một trang, vài phút: biết ngay đúng hay sai, và vì sao.',
    'practice.leave': 'Rời trang luyện tập',
    'practice.segments': 'Các đoạn để luyện tập',
    'practice.feedback': 'Nhận xét',
    'practice.left_other': 'Còn {{count}} đoạn chưa có nhãn.',
    'practice.right': 'đúng',
    'practice.wrong': 'chưa đúng',
    'practice.is-right': 'Đúng: {{label}}.',
    'practice.is-wrong': 'Không phải {{given}}, mà là {{label}}.',
    'practice.result': '{{right}} trên {{total}} đoạn đúng theo hướng dẫn',
    'practice.look-again': 'Đến từng đoạn để xem lại lý do. Vẫn có thể đổi nhãn.',
    'practice.again': 'Làm lại từ đầu',
  }
