/** Sentences about merging, and labels that follow renamed dumps. */
export const viMerging: Readonly<Record<string, string>> = {
  'There is nothing to merge in {0} any more. Nothing was changed. Open the document again.':
    'Trong {0} không còn gì để gộp. Không có gì bị thay đổi. Hãy mở lại tài liệu.',
  '{0} could not be read: {1}. It is untouched. Mend the cause and try again.':
    'Không đọc được {0}: {1}. Tệp vẫn nguyên vẹn. Hãy khắc phục nguyên nhân rồi thử lại.',
  'The labels were changed since you were asked. Nothing was merged. Look at them again.':
    'Các nhãn đã thay đổi từ lúc bạn được hỏi. Chưa gộp gì. Hãy xem lại chúng.',
  '{0} Update Winnow to merge it.': '{0} Hãy cập nhật Winnow để gộp nó.',
  'The labels in {0} cannot be merged: {1}.': 'Không gộp được các nhãn trong {0}: {1}.',
  'it belongs to another content of the dump': 'chúng thuộc về một nội dung khác của bản dump',
  'There is no copy “{0}” of the labels of “{1}” any more. Nothing was changed.':
    'Không còn bản sao “{0}” của các nhãn của “{1}”. Không có gì bị thay đổi.',

  'The labels in {0} belong to “{1}” now, but could not follow it: {2}':
    'Các nhãn trong {0} nay thuộc về “{1}” nhưng không theo sang đó được: {2}',
  'The dump of the labels in {0} is gone, and it is not clear which of several with the same content it is now: {1}. The labels are untouched. Rename the right one to “{2}” to have them again.':
    'Bản dump của các nhãn trong {0} không còn nữa, và không rõ nay nó là bản nào trong số những bản có cùng nội dung: {1}. Các nhãn vẫn nguyên vẹn. Hãy đổi tên bản đúng thành “{2}” để có lại chúng.',
  '{0} and {1} more': '{0} và {1} tài liệu khác',
  '{0} or {1}': '{0} hoặc {1}',
}
