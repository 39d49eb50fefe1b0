/** Sentences about repeated lines, their propagation and rules. */
export const viRepetition: Readonly<Record<string, string>> = {
  'This Winnow counts no lines. Open the corpus in its window instead.':
    'Winnow này không đếm dòng lặp lại. Hãy mở kho ngữ liệu trong cửa sổ của Winnow.',
  'The line “{0}” cannot be both {1} and {2} everywhere. Nothing was changed. Choose one of them.':
    'Dòng “{0}” không thể vừa là {1} vừa là {2} ở mọi nơi. Không có gì bị thay đổi. Hãy chọn một trong hai nhãn.',
  'Say which site is meant, or choose the whole corpus.':
    'Hãy cho biết đó là trang web nào, hoặc chọn cả kho ngữ liệu.',
  'Its labels file {0} is damaged: {1}. Open it to settle its labels.':
    'Tệp nhãn {0} của nó bị hỏng: {1}. Hãy mở tài liệu để xử lý nhãn của nó.',
  'There is no such step to take back in this session. Nothing was changed.':
    'Trong phiên làm việc này không có bước đó để rút lại. Không có gì bị thay đổi.',
  'There is no such step to do again in this session. Nothing was changed.':
    'Trong phiên làm việc này không có bước đó để làm lại. Không có gì bị thay đổi.',

  'rules file': 'tệp quy tắc',
  '{0} It is untouched, and the corpus goes on without rules; labels are not affected. Mend it, or put {1} in its place. The next rule that is saved sets it aside and begins anew.':
    '{0} Tệp vẫn nguyên vẹn, và kho ngữ liệu tiếp tục không có quy tắc; nhãn không bị ảnh hưởng. Hãy sửa tệp, hoặc đặt {1} vào chỗ của nó. Khi lưu quy tắc tiếp theo, tệp này được để riêng và một tệp mới được bắt đầu.',
  'Say for which site the rule is. Nothing was saved.':
    'Hãy cho biết quy tắc dành cho trang web nào. Chưa lưu gì.',
}
