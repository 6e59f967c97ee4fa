import { Modal } from 'antd';

const KEYS = [
  ['/', '到搜索框'],
  ['j', '下一行'],
  ['k', '上一行'],
  ['Enter', '打开当前行'],
  ['Esc', '关闭侧栏，离开搜索框'],
  ['?', '打开这份说明'],
] as const;

/** The keys of every list, in one place. */
export function KeyOverview({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal open={isOpen} title="列表快捷键" footer={null} onCancel={onClose}>
      <dl className="key-list">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
