import { UNKEPT } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useStaff } from '../app/signed-in.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { InsertForm } from './insert-form.tsx';
import { InsertList } from './insert-list.tsx';
import { MemberSummary } from './member-summary.tsx';
import { chatQuery, clientQuery } from './sidebar-queries.ts';
import { isInWecom, NotInWecom, RefusedByWecom, type WecomClient } from './wecom-client.ts';
import '../styles/sidebar.css';

/** Who talks with customers in WeCom; the server decides, this only says so. */
const TALKERS = ['adviser', 'relationshipManager'] as const;

/** The page beside a chat of WeCom: whose chat it is, what is known of them, and what may be said. */
export default function SidebarPage() {
  const { roles } = useStaff();
  if (!TALKERS.some((role) => roles.includes(role)))
    return <Plain>您的岗位不使用侧边栏。如确有需要，请联系管理员。</Plain>;
  return isInWecom() ? <InWecom /> : <Outside />;
}

function InWecom() {
  const client = useQuery(clientQuery);
  if (client.data) return <BesideChat client={client.data} />;
  if (client.error instanceof NotInWecom) return <Outside />;
  if (client.error instanceof RefusedByWecom)
    return (
      <Plain act={<Button onClick={() => void client.refetch()}>重试</Button>}>
        企业微信没有让这个页面接入，请联系管理员核对应用的可信域名和可见范围。
      </Plain>
    );
  if (client.error) return <FailureState error={client.error} onRetry={() => void client.refetch()} />;
  return <Waiting>正在连接企业微信…</Waiting>;
}

function BesideChat({ client }: { client: WecomClient }) {
  const chat = useQuery(chatQuery(client.chat));
  const again = <Button onClick={() => void chat.refetch()}>再看一次</Button>;
  if (chat.error) return <FailureState error={chat.error} onRetry={() => void chat.refetch()} />;
  if (!chat.data) return <Waiting>正在查找这个聊天…</Waiting>;
  const { data } = chat;
  if (data.standing === 'NOT_LINKED')
    return (
      <Plain act={again}>
        {client.chat.kind === 'GROUP'
          ? '这个群还没有关联。群由企业微信同步过来，请稍后再看；一直没有时请联系管理员。'
          : '这位联系人还没有关联到客户。请对方打开小程序并同意服务协议，之后会自动关联。'}
      </Plain>
    );
  if (data.standing === 'OUT_OF_SCOPE')
    return <Plain>这个聊天不在您的服务范围，这里不显示资料。需要接手时，请联系营业部负责人。</Plain>;
  return (
    <main className="sidebar">
      {data.standing === 'MEMBER' ? (
        <MemberSummary memberId={data.memberId} />
      ) : (
        <header className="sidebar-head">
          <h1>{data.name}</h1>
          <p className="note">客户群。这里只发服务信息，发出前照样检查措辞并留痕。</p>
        </header>
      )}
      {!data.isArchived && (
        <p className="notice notice-warning">
          {UNKEPT}：这个聊天没有会话存档，只有从这里发出的内容会记下来。
        </p>
      )}
      <InsertForm client={client} phrases={data.phrases} isGroup={data.standing === 'GROUP'} />
      <InsertList chat={client.chat} inserts={data.inserts} />
    </main>
  );
}

const Outside = () => (
  <Plain>请在企业微信的聊天工具栏里打开这个页面。在浏览器里不知道您正在和谁聊天，所以不显示任何资料。</Plain>
);

const Waiting = ({ children }: { children: ReactNode }) => (
  <main className="sidebar">
    <p className="note">{children}</p>
    <ListSkeleton rows={6} />
  </main>
);

const Plain = ({ children, act }: { children: ReactNode; act?: ReactNode }) => (
  <main className="sidebar state">
    <p>{children}</p>
    {act}
  </main>
);
