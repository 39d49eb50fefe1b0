/** Sentences about recovery files and locks. */
export const viRecovery: Readonly<Record<string, string>> = {
  'recovery file': 'tệp khôi phục',
  'The dump of “{0}” is another one than these labels were made on, so they cannot be put back by themselves.':
    'Bản dump của “{0}” không còn là bản mà các nhãn này được gán trên đó, nên không thể tự động đưa chúng trở lại.',
  'The labels file {0} is damaged. Open “{1}” and choose what becomes of it first.':
    'Tệp nhãn {0} bị hỏng. Trước hết hãy mở “{1}” và chọn cách xử lý tệp đó.',
  'The dump of “{0}” changed under its labels. Open it and choose what becomes of them first.':
    'Bản dump của “{0}” đã thay đổi trong khi nhãn vẫn như cũ. Trước hết hãy mở tài liệu đó và chọn cách xử lý các nhãn.',
  'The recovery files could not be moved to {0}: {1}. They are still in {2}. Mend the cause and try again.':
    'Không chuyển được các tệp khôi phục vào {0}: {1}. Chúng vẫn nằm trong {2}. Hãy khắc phục nguyên nhân rồi thử lại.',
  'The folder of recovery files {0} could not be read: {1}. Nothing in it was touched. Mend the cause and open the corpus again.':
    'Không đọc được thư mục tệp khôi phục {0}: {1}. Mọi thứ trong đó vẫn nguyên vẹn. Hãy khắc phục nguyên nhân rồi mở lại kho ngữ liệu.',
  '{0} It was set aside as {1}; what can be read in it may still help.':
    '{0} Tệp đã được để riêng với tên {1}; những gì còn đọc được trong đó có thể vẫn có ích.',
  '{0} It could not be set aside: {1}.': '{0} Không để riêng tệp được: {1}.',

  'a Winnow that does not say which': 'một Winnow không nói rõ là bản nào',
  'Winnow on {0} (process {1}) since {2}': 'Winnow trên {0} (tiến trình {1}) từ {2}',
  'Winnow on {0} (process {1}) for {2} since {3}':
    'Winnow trên {0} (tiến trình {1}), làm việc cho {2}, từ {3}',
  '{0} is being written by {1}, last sign of life {2}. Nothing was overwritten. Try again once it is done.':
    '{0} đang được ghi bởi {1}, dấu hiệu hoạt động cuối cùng {2}. Không có gì bị ghi đè. Hãy thử lại khi bên đó ghi xong.',
  '{0} is being written by {1}, last sign of life {2}. Nothing was overwritten. If that Winnow no longer runs, take over from it, or remove {3}.':
    '{0} đang được ghi bởi {1}, dấu hiệu hoạt động cuối cùng {2}. Không có gì bị ghi đè. Nếu Winnow đó không còn chạy, hãy giành quyền ghi, hoặc xóa {3}.',
  'Another Winnow has taken over writing {0}, as this one gave no sign of life for a while. Nothing was overwritten. Try again.':
    'Một Winnow khác đã giành quyền ghi {0}, vì Winnow này không có dấu hiệu hoạt động trong một lúc. Không có gì bị ghi đè. Hãy thử lại.',
}
