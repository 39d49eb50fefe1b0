/** Sentences about suggestions and looking for slips. */
export const viSuggestions: Readonly<Record<string, string>> = {
  'Suggestions are off in this corpus, and with them what looks for slips. Switch them on to have the labels looked at.':
    'Gợi ý đang tắt trong kho này, nên cũng không tìm được những nhãn có thể nhầm. Hãy bật gợi ý để xem lại các nhãn.',
  'This Winnow suggests nothing. Open the corpus in its window instead.':
    'Winnow chạy ở đây không đưa ra gợi ý. Hãy mở kho trong cửa sổ của Winnow.',
  'This Winnow suggests nothing. Use the command line instead.':
    'Winnow chạy ở đây không đưa ra gợi ý. Hãy dùng dòng lệnh.',
  'The suggestions for {0} do not learn from new labels at present: {1}. All labels are safe, and labelling goes on. Open the folder again to try once more.':
    'Gợi ý cho {0} hiện không học được từ các nhãn mới: {1}. Mọi nhãn vẫn an toàn và bạn vẫn gán nhãn được. Hãy mở lại thư mục để thử lần nữa.',
  'The suggestions were stopped. Nothing was written.': 'Đã dừng việc gợi ý. Không có gì được ghi.',
  'The segments that suggestions were asked for do not fit “{0}”. Nothing was changed. Open it again.':
    'Các đoạn cần gợi ý không khớp với “{0}”. Không có gì bị thay đổi. Hãy mở lại tài liệu.',
  'The dump of “{0}” changed since the suggestions of “{1}” were taken in, so those in {2} are not shown. All labels are safe. Import the suggestions again.':
    'Bản dump của “{0}” đã thay đổi sau khi gợi ý của “{1}” được nhập, nên gợi ý trong {2} không được hiển thị. Mọi nhãn vẫn an toàn. Hãy nhập lại các gợi ý.',
  'suggestions file': 'tệp gợi ý',
  'list of kept labels': 'danh sách nhãn được giữ',
  '{0} cannot be written to, so that these labels will be asked about again.':
    'Không ghi được vào {0}, nên các nhãn này sẽ được hỏi lại.',
  'The folder {0} could not be read: {1}. It is untouched. Change its permissions and try again.':
    'Không đọc được thư mục {0}: {1}. Nó vẫn nguyên vẹn. Hãy đổi quyền truy cập của nó rồi thử lại.',
}
