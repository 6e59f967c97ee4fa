/** What a reader of two withdrawn lessons is told. */
export const CORRECTIONS = {
  corrections: [
    {
      correctionId: '01900000-0000-7000-8000-00000000f301',
      title: '读懂一份基金季报',
      correction: '第二段把管理费写成了每年百分之五，正确的是百分之零点五，以基金合同为准。',
      withdrawnAt: '2026-11-28T06:20:00.000Z',
      isSeen: false,
    },
    {
      correctionId: '01900000-0000-7000-8000-00000000f302',
      title: '个人养老金怎样开始',
      correction: '政策已经更新，每年的缴费上限请以主管部门最新文件为准。',
      withdrawnAt: '2026-10-12T02:00:00.000Z',
      isSeen: true,
    },
  ],
  nextCursor: null,
};
