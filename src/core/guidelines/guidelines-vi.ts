/** The guidelines that a corpus starts with, in Vietnamese. */
export const guidelinesVi = `# Cách chúng ta gán nhãn

Với mỗi dòng, ta nói nó là gì, để bộ làm sạch học cách giữ phần mà trang được viết ra để nói và bỏ phần còn lại.
Hãy gán nhãn theo **bản chất** của đoạn, không theo vị trí hay hình thức.

## Phép thử

> Đoạn này có thể nằm trên bất kỳ trang nào của trang web, hoặc bỏ đi mà nội dung trang không đổi? Vậy nó là boilerplate.

Khi phân vân, hãy hỏi: người in trang này ra đọc có thấy thiếu nó không? Nếu không, bỏ.

## Các nhãn

- **Tít (title)**: tiêu đề của bài, mỗi lần đứng riêng thành một dòng. Không phải tên trang hay tên chuyên mục.
- **Sapô (lede)**: đoạn mở đầu tóm tắt bài. Trong bộ nhãn đơn giản, sapô là *body*.
- **Thân bài (body)**: các đoạn văn, tít phụ, danh sách, bảng và lời trích của bài, kể cả dòng cuối, lời đính chính hay ghi
  chú của tòa soạn về chính bài này. Trong bộ nhãn chi tiết, đoạn mở đầu là *lede*, tít phụ là *subhead*.
- **Chú thích ảnh (caption)**: nói ảnh hay video cho thấy gì. Dù có nêu sự kiện hay tên người, dù là cả một câu trọn vẹn, nó vẫn
  là chú thích: không có ảnh thì chẳng ai viết câu đó.
- **Nguồn ảnh (credit)**: ai chụp hoặc sở hữu ảnh, ví dụ \`Ảnh: Minh Lê\`. Nếu cùng dòng với chú thích thì đi theo chú thích.
  Trong bộ nhãn đơn giản, đó luôn là *caption*.
- **Tác giả, ngày giờ (byline)**: ai viết, ở đâu, khi nào. Trong bộ nhãn đơn giản, đó là *boilerplate*.
- **Mẩu dẫn (teaser)**: tít hoặc câu dẫn sang *bài khác*. Đó là related (trong bộ đơn giản là *boilerplate*), dù nằm giữa thân
  bài và dù đọc như một đoạn văn.
- **Bài liên quan (related)**: danh sách các mẩu dẫn như thế và tiêu đề của chúng: “Tin liên quan”, “Đọc nhiều”, “Multimedia”.
- **Bình luận (comments)**: những gì độc giả viết dưới bài, kèm tên, giờ và “Trả lời”. Không bao giờ là body, dù hay đến đâu.
- **Boilerplate**: menu, đường dẫn chuyên mục, nút chia sẻ, đăng nhập, cookie, quảng cáo, đăng ký nhận tin, chân trang.
  Trong bộ nhãn chi tiết, lời chào bán là *advert*, kể cả lời mời mua gói đọc báo, phần còn lại là *navigation*.

## Trường hợp khó

- **Vết ảnh rỗng**, như \`![]() |\`, là caption nếu nằm cạnh chú thích hoặc trong bài. Trong danh sách mẩu dẫn, nó thuộc về
  mẩu dẫn.
- **Mẩu dẫn hoặc chú thích chung dòng với vết ảnh**: tách dòng nếu cả hai đều quan trọng, nếu không thì gán theo phần chữ.
- **Lời trích in lớn** lặp lại một câu của thân bài: body.
- **Trang thu phí**: phần hiện ra của bài là body. “Đăng ký để đọc tiếp” là boilerplate. Gắn cờ trang chỉ có một hai câu
  của bài.
- **Trang lỗi, trang danh sách, trang trống**: không có gì là body. Gán boilerplate và gắn cờ là không phải bài viết.
- **Một dòng xuất hiện hai lần**: cả hai cùng một nhãn, trừ khi một dòng nằm trong danh sách.
- **Hai nhãn đều hợp**: chọn nhãn đứng trước trong bộ nhãn, và ghi lại vì sao bạn phân vân.
`
