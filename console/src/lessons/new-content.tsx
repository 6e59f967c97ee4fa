import { contentKindNames } from '@siyu/shared/messages';
import { Button, Popover } from 'antd';
import { Link } from 'react-router';
import { newContentPath } from './content-address.ts';
import { WRITTEN_KINDS } from './empty-draft.ts';

const purposes = {
  article: '读一次的文字，不在学习路径里，没有小测',
  card: '几句话，在首页直接读完',
  poster: '一张图片，也可以拿到群里用',
} as const satisfies Record<(typeof WRITTEN_KINDS)[number], string>;

/** Begins a text of one kind; a lesson comes as a file. */
export function NewContent() {
  const choices = (
    <ul className="new-content">
      {WRITTEN_KINDS.map((kind) => (
        <li key={kind}>
          <Link to={newContentPath(kind)}>{contentKindNames[kind]}</Link>
          <div className="note">{purposes[kind]}</div>
        </li>
      ))}
    </ul>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={choices}>
      <Button type="primary">新建内容</Button>
    </Popover>
  );
}
