import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PublicationAct } from './next-step.ts';
import { SchedulePublication } from './schedule-publication.tsx';

/** A request that an act sends. */
interface Sending<Body = void> {
  readonly isPending: boolean;
  readonly mutate: (body: Body) => void;
}
interface PublicationActsProps {
  readonly act: PublicationAct;
  readonly acts: {
    readonly submit: Sending;
    readonly publish: Sending;
    readonly schedule: Sending<string>;
    readonly unschedule: Sending;
    readonly reset: () => void;
  };
  /** What goes out, with its version. */
  readonly named: string;
  readonly lookedAt: string;
  /** What publishing does, before it is done. */
  readonly consequence: ReactNode;
}

/** The way of a stored version to the members: handed in, published now or at a moment, and the moment given up. */
export function PublicationActs({ act, acts, named, lookedAt, consequence }: PublicationActsProps) {
  const after = (send: () => void) => () => {
    acts.reset();
    send();
  };
  switch (act) {
    case 'submit':
      return (
        <Button type="primary" loading={acts.submit.isPending} onClick={after(() => acts.submit.mutate())}>
          提交复核
        </Button>
      );
    case 'publish':
      return (
        <>
          <SchedulePublication
            named={named}
            lookedAt={lookedAt}
            isPending={acts.schedule.isPending}
            onSchedule={(publishAt) => {
              acts.reset();
              acts.schedule.mutate(publishAt);
            }}
          />
          <Publish
            named={named}
            isPending={acts.publish.isPending}
            onPublish={after(() => acts.publish.mutate())}
          >
            {consequence}
          </Publish>
        </>
      );
    case 'unschedule':
      return (
        <Button loading={acts.unschedule.isPending} onClick={after(() => acts.unschedule.mutate())}>
          取消约定
        </Button>
      );
    case null:
      return null;
  }
}

interface PublishProps {
  readonly named: string;
  readonly isPending: boolean;
  readonly onPublish: () => void;
  readonly children: ReactNode;
}

function Publish({ named, isPending, onPublish, children }: PublishProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button type="primary" loading={isPending} onClick={() => setIsAsking(true)}>
        发布
      </Button>
      <Modal
        open={isAsking}
        title={`发布${named}`}
        okText="确认发布"
        cancelText="再看看"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          onPublish();
        }}
      >
        {children}
      </Modal>
    </>
  );
}
