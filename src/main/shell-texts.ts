import { type SpokenLanguage, spokenLanguage } from '../core/sentences/say.ts'

/** What the window's frame says: the menu and the system's dialogs. The page has its own catalogue. */
const en = {
  file: '&File',
  openFolder: 'Open Folder in New Window…',
  newWindow: 'New Window',
  close: 'Close Window',
  quit: 'Quit',
  edit: '&Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  view: '&View',
  resetZoom: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  help: '&Help',
  licence: 'Licence',
  chooseFolder: 'Open a folder of dumps',
  chooseImport: 'Import labels',
  chooseExport: 'Export',
  unsaved: 'The last labels of this window are not saved yet.',
  unsavedDetail:
    'Keep the window open until it says “saved”. If you close it now, labels that it says are in a recovery file are offered when the folder is opened next; others are lost. All earlier labels are safe on the disk.',
  keepOpen: 'Keep Open',
  closeAnyway: 'Close Anyway',
  stopped: 'Winnow has to stop',
  savedIsSafe: 'Labels that were shown as saved are safe.',
}

export type ShellTexts = Readonly<typeof en>

const vi: ShellTexts = {
  file: '&Tệp',
  openFolder: 'Mở thư mục trong cửa sổ mới…',
  newWindow: 'Cửa sổ mới',
  close: 'Đóng cửa sổ',
  quit: 'Thoát',
  edit: '&Sửa',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  cut: 'Cắt',
  copy: 'Chép',
  paste: 'Dán',
  selectAll: 'Chọn tất cả',
  view: '&Xem',
  resetZoom: 'Cỡ thật',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  fullScreen: 'Toàn màn hình',
  help: 'Trợ &giúp',
  licence: 'Giấy phép',
  chooseFolder: 'Mở một thư mục có các bản dump',
  chooseImport: 'Nhập nhãn',
  chooseExport: 'Xuất',
  unsaved: 'Những nhãn cuối của cửa sổ này chưa được lưu.',
  unsavedDetail:
    'Hãy để cửa sổ mở cho đến khi thấy “đã lưu”. Nếu đóng ngay, những nhãn được báo là nằm trong tệp phục hồi sẽ được đề nghị phục hồi khi mở lại thư mục; những nhãn khác sẽ mất. Mọi nhãn trước đó vẫn an toàn trên đĩa.',
  keepOpen: 'Để mở',
  closeAnyway: 'Vẫn đóng',
  stopped: 'Winnow phải dừng',
  savedIsSafe: 'Những nhãn đã được báo là đã lưu vẫn an toàn.',
}

const shellTexts: Readonly<Record<SpokenLanguage, ShellTexts>> = { en, vi }

/** What the menu and the system's dialogs say, in the language that the service speaks; in English until that is known. */
export const texts = (): ShellTexts => shellTexts[spokenLanguage()]
