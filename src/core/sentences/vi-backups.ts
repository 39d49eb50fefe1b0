/** Sentences about earlier versions, snapshots and the trash. */
export const viBackups: Readonly<Record<string, string>> = {
  'This version is damaged: {0}.': 'Phiên bản này bị hỏng: {0}.',
  'This version is of another content of the dump, which changed since.':
    'Phiên bản này thuộc về một nội dung khác của bản dump, vốn đã thay đổi từ đó.',
  'The earlier version {0} cannot be used: {1}. Nothing was changed. Choose another version.':
    'Không dùng được phiên bản trước {0}: {1}. Không có gì bị thay đổi. Hãy chọn phiên bản khác.',
  'it is no longer there': 'nó không còn ở đó nữa',
  'the dump changed since': 'bản dump đã thay đổi từ đó',
  '{0} could not be looked at. Nothing was changed.': 'Không xem được {0}. Không có gì bị thay đổi.',

  'There is no snapshot of {0} in {1}.': 'Không có bản chụp ngày {0} trong {1}.',
  'The snapshot was cancelled.': 'Việc tạo bản chụp đã bị hủy.',
  '{0} could not be copied: {1}.': 'Không sao chép được {0}: {1}.',
  'The daily snapshot in {0} could not be made: {1}. The labels themselves are saved as ever, each with its version before. Mend the cause and open the folder again.':
    'Không tạo được bản chụp hằng ngày trong {0}: {1}. Bản thân các nhãn vẫn được lưu như mọi khi, mỗi tệp kèm phiên bản ngay trước đó. Hãy khắc phục nguyên nhân rồi mở lại thư mục.',
  'A file is missing in the daily snapshot in {0}: {1} The labels themselves are saved as ever. Mend the cause; the next snapshot is made tomorrow.':
    'Bản chụp hằng ngày trong {0} thiếu một tệp: {1} Bản thân các nhãn vẫn được lưu như mọi khi. Hãy khắc phục nguyên nhân; bản chụp tiếp theo được tạo vào ngày mai.',
  '{0} files are missing in the daily snapshot in {1}: {2} The labels themselves are saved as ever. Mend the cause; the next snapshot is made tomorrow.':
    'Bản chụp hằng ngày trong {1} thiếu {0} tệp: {2} Bản thân các nhãn vẫn được lưu như mọi khi. Hãy khắc phục nguyên nhân; bản chụp tiếp theo được tạo vào ngày mai.',
  '{0} is a symbolic link, through which nothing is written. Put a folder in its place.':
    '{0} là một liên kết tượng trưng; Winnow không ghi gì qua liên kết như vậy. Hãy đặt một thư mục vào chỗ đó.',

  'note on what was deleted,': 'tệp ghi lại những gì đã xóa',
  'There are no labels of “{0}” in {1}.': 'Không có nhãn nào của “{0}” trong {1}.',
  'This is not in the trash any more. Nothing was changed.':
    'Mục này không còn trong thùng rác nữa. Không có gì bị thay đổi.',
  'The trash {0} could not be read: {1}. It is untouched.':
    'Không đọc được thùng rác {0}: {1}. Thùng rác vẫn nguyên vẹn.',
  '{0}, which says which segments had the label, cannot be read: {1}. What it says before that is put back.':
    'Không đọc được {0}, tệp ghi những đoạn nào từng có nhãn này: {1}. Những gì ghi trước chỗ đó vẫn được khôi phục.',
  'it is damaged': 'nó bị hỏng',
}
