import type { enMerging } from './en-merging.ts'

/** The Vietnamese messages about two versions of one document's labels, and about who writes them. */
export const viMerging: { [K in keyof typeof enMerging]: string } = {
  'document.choose-merge': 'Gộp hai phiên bản…',
  'notice.changed-outside':
    'Một chương trình khác đã thay đổi nhãn của {{document}} trên đĩa; các nhãn đó đang được hiển thị.',
  'unsaved.take-over': 'Giành quyền ghi…',

  'merge.title': 'Gộp hai phiên bản nhãn',
  'merge.reading': 'Đang so sánh…',
  'merge.why-git': 'Git không gộp được các nhãn của {{document}}.',
  'merge.why-copy': '{{copy}} là bản sao nhãn của {{document}} do một chương trình đồng bộ để lại.',
  'merge.why-unsaved':
    'Một chương trình khác đã thay đổi nhãn của {{document}} trên đĩa trước khi nhãn của bạn được lưu. Những chỗ chỉ một bên thay đổi đã được gộp.',
  'merge.mine-git': 'Nhánh này',
  'merge.theirs-git': 'Nhánh kia',
  'merge.mine-copy': 'Tệp nhãn của bạn',
  'merge.theirs-copy': 'Bản sao',
  'merge.mine-unsaved': 'Của bạn, chưa lưu',
  'merge.theirs-unsaved': 'Trên đĩa',
  'merge.side': '{{side}}: {{labelled}} trên {{segments}} đoạn đã có nhãn',
  'merge.side-saved': '{{side}}: {{labelled}} trên {{segments}} đoạn đã có nhãn, lưu {{saved}}',
  'merge.nothing-to-choose': 'Hai phiên bản khớp nhau ở mọi chỗ: không có gì phải chọn.',
  'merge.choose_one': 'Hai phiên bản khác nhau ở {{count}} chỗ. Hãy chọn phiên bản đúng:',
  'merge.choose_other': 'Hai phiên bản khác nhau ở {{count}} chỗ. Hãy chọn phiên bản đúng cho từng chỗ:',
  'merge.all': 'Mọi chỗ: {{side}}',
  'merge.chosen': 'Đã chọn {{chosen}} trên {{count}}',
  'merge.place': 'Chỗ {{place}} trên {{count}}',
  'merge.status': 'Tiến độ của tài liệu',
  'merge.apply': 'Gộp',
  'merge.working': 'Đang gộp…',
  'merge.later': 'Để sau',
  'merge.later-git': 'Không có gì thay đổi cho đến khi bạn gộp.',
  'merge.later-copy': 'Không có gì thay đổi cho đến khi bạn gộp. Sau đó bản sao được giữ dưới tên khác.',
  'merge.later-unsaved': 'Nếu bạn đóng bây giờ, phiên bản của bạn vẫn nằm trong tệp phục hồi.',
  'merge.done': 'Các nhãn của {{document}} đã được gộp.',
  'merge.unsaved-done':
    'Một chương trình khác vừa thay đổi nhãn của {{document}}; nhãn của bạn đã được gộp với chúng.',

  'copies.title': 'Bản sao của nhãn',
  'copies.bar_one':
    'Một chương trình đồng bộ thư mục đã để lại {{count}} bản sao nhãn ở đây, có thể chứa những nhãn mà bạn không có.',
  'copies.bar_other':
    'Một chương trình đồng bộ thư mục đã để lại {{count}} bản sao nhãn ở đây, có thể chứa những nhãn mà bạn không có.',
  'copies.look': 'Xem bản sao…',
  'copies.none': 'Không còn bản sao nào.',
  'copies.merge': 'Gộp…',
  'copies.merge-this': 'Gộp… {{copy}}',
  'copies.aside': 'Để riêng',
  'copies.aside-this': 'Để riêng: {{copy}}',
  'copies.aside-hint': 'Bản sao để riêng được đổi tên và vẫn nằm trong thư mục của nó.',
  'copies.aside-done': 'Bản sao được giữ với tên {{name}}.',
  'copies.close': 'Đóng',

  'take-over.title': 'Giành quyền ghi?',
  'take-over.reading': 'Đang xem ai đang ghi…',
  'take-over.owner': 'Nhãn của {{document}} đang bị khóa bởi Winnow trên {{host}} (tiến trình {{pid}}).',
  'take-over.whose': 'Nó làm việc cho {{annotator}}.',
  'take-over.since': 'Từ {{time}}, theo đồng hồ của nó',
  'take-over.sign': 'Dấu hiệu hoạt động cuối cùng {{time}}',
  'take-over.unknown': 'Nhãn của {{document}} đang bị khóa bởi một Winnow không nói rõ là bản nào.',
  'take-over.advice':
    'Chỉ giành quyền ghi nếu Winnow đó không còn chạy: máy của nó bị treo, đã tắt, hoặc mất kết nối với thư mục này. Nếu nó vẫn đang làm việc, nó sẽ biết điều đó trước lần ghi tiếp theo, nên không có gì bị ghi đè âm thầm.',
  'take-over.free': 'Không còn ai khóa các nhãn này.',
  'take-over.do': 'Giành quyền ghi',
  'take-over.working': 'Đang giành quyền ghi…',
  'take-over.cancel': 'Hủy',
}
