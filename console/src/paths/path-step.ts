import type { PathRow } from '@siyu/shared/contracts/paths';

interface PathStep {
  /** What can be done with the stored version now; null when it is somebody else's turn. */
  readonly act: 'submit' | 'publish' | null;
  readonly sentence: string;
}

/** What comes next for a path, and what saving a change would do, for the person who writes. */
export function pathStep({ state, version }: Pick<PathRow, 'state' | 'version'>): PathStep {
  switch (state) {
    case 'DRAFT':
      return { act: 'submit', sentence: '提交后由合规同事复核；通过后您再发布，客户才能看到。' };
    case 'IN_REVIEW':
      return {
        act: null,
        sentence: `第 ${version} 版正在等合规同事复核。现在保存修改会撤回这次复核，需要重新提交。`,
      };
    case 'APPROVED':
      return {
        act: 'publish',
        sentence: `第 ${version} 版已通过复核，可以发布。现在保存修改会让它回到草稿，需要重新复核。`,
      };
    case 'PUBLISHED':
      return {
        act: null,
        sentence: `第 ${version} 版正在给客户看。保存修改会成为新的一版草稿，通过复核并发布前，线上不变。`,
      };
    case 'RETIRED':
      return { act: null, sentence: '这一版已被新的一版替换，客户看不到。' };
    case 'WITHDRAWN':
      return { act: null, sentence: '这条路径已撤下，其中的课程可以单独阅读。保存修改会成为新的一版草稿。' };
  }
}
