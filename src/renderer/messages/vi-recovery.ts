/** The Vietnamese messages of what is not on the disk, and of bringing it back. */
export const viRecovery = {
  'command.recovery': 'Khôi phục nhãn chưa lưu…',
  'unsaved.title': 'Phần việc mới nhất trên {{document}} chưa nằm trên đĩa',
  'unsaved.title-more_other':
    'Phần việc mới nhất trên {{document}} và {{count}} tài liệu khác chưa nằm trên đĩa',
  'unsaved.slow': 'Đĩa hoặc thư mục mạng không trả lời đã vài giây.',
  'unsaved.no-service': 'Dịch vụ của Winnow không còn trả lời.',
  'unsaved.kept':
    'Không mất gì cả: nó được giữ trong cửa sổ này và trong tệp khôi phục {{path}}. Cứ gán nhãn tiếp: Winnow vẫn thử lưu lại, và sẽ đề nghị khôi phục những gì còn chưa lưu khi thư mục được mở lần sau.',
  'unsaved.only-here':
    'Cứ gán nhãn tiếp, nhưng hãy giữ cửa sổ này mở: phần việc chỉ nằm trong bộ nhớ của nó, vì tệp khôi phục cũng không ghi được ({{reason}})',
  'unsaved.start-again':
    'Hãy giữ trang này mở: phần việc mới nhất chỉ nằm trong bộ nhớ của nó. Khởi động lại Winnow với “--port {{port}}” rồi mở liên kết mới trong một thẻ khác của trình duyệt này; khi đó trang này sẽ tự lưu. Những gì đã báo là đã lưu thì an toàn.',
  'unsaved.retry': 'Thử lại',
  'recovery.title': 'Nhãn chưa lưu',
  'recovery.intro_other':
    'Phần việc dưới đây ({{count}} tài liệu) không lưu được và đã được giữ ở nơi khác. Hãy so sánh với những gì đang có trên đĩa rồi chọn cách xử lý.',
  'recovery.none': 'Không có gì chờ khôi phục: mọi nhãn đã gán trong thư mục này đều nằm trên đĩa.',
  'recovery.there': 'Trong thư mục này có nhãn chưa lưu.',
  'recovery.kept': 'Giữ lúc {{kept}} trong {{path}}',
  'recovery.saved': 'Nhãn trên đĩa được lưu lúc {{saved}}.',
  'recovery.choose': 'Khôi phục hoặc bỏ phần việc trên {{document}}',
  'recovery.why': 'Không lưu được. {{reason}}',
  'recovery.text': 'Văn bản',
  'recovery.present': 'Trên đĩa hiện giờ',
  'recovery.in-file': 'Trong tệp khôi phục',
  'recovery.status': 'Trạng thái',
  'recovery.note': 'Ghi chú',
  'recovery.no-note': 'không có ghi chú',
  'recovery.cut-otherwise': 'chia đoạn khác',
  'recovery.unknown': 'không rõ',
  'recovery.unfit': 'trên đĩa đã đổi, giữ nguyên',
  'recovery.more_other': 'và {{count}} đoạn nữa',
  'recovery.recover': 'Khôi phục',
  'recovery.later': 'Để sau',
  'recovery.discard': 'Bỏ',
  'recovery.discard-hint': 'Phần bị bỏ được chuyển sang thư mục khác, không bị xóa.',
  'recovery.close': 'Đóng',
  'recovery.working': 'Đang khôi phục…',
  'recovery.done_other': 'Đã khôi phục {{count}} thay đổi, nay nằm trên đĩa.',
  'recovery.left':
    'Phần sau đây không đưa lại được. Nó ở lại trong tệp khôi phục cho đến khi bạn bỏ nó; phần nào cần thì có thể gán tay.',
  'recovery.discarded': 'Phần việc đã được cất vào {{folder}}.',
}
