import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { contentKindNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { callOnce } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { newRequestKey } from '../api/request-key.ts';
import { useKeptDraft } from '../editor/kept-draft.ts';
import { NothingHere } from '../app/nothing-here.tsx';
import { lessonsPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { checkDraft } from './check-draft.ts';
import { DraftBench } from './draft-bench.tsx';
import { emptyDraft, WRITTEN_KINDS, type WrittenKind } from './empty-draft.ts';
import { lessonCrumb } from './lesson-crumb.tsx';
import { OpenPlaces } from './open-places.tsx';
import { placeName } from './place-name.ts';
import { useWording } from './use-wording.ts';
import { WordingContext, WordingNotice } from './wording-marks.tsx';

export default function NewContentPage() {
  const params = useParams();
  const canWrite = useStaff().roles.includes('operator');
  const kind = WRITTEN_KINDS.find((each) => each === params['kind']);
  if (kind === undefined) return <NothingHere sentence="没有这一种内容，请回到内容列表选择。" />;
  if (!canWrite) return <NothingHere sentence="您的岗位不写内容。如确有需要，请联系管理员。" />;
  return <NewContentEditor key={kind} kind={kind} />;
}

function NewContentEditor({ kind }: { readonly kind: WrittenKind }) {
  const navigate = useNavigate();
  const [stored] = useState(() => emptyDraft(kind));
  const { draft, setDraft, isEdited, giveUp, forget } = useKeptDraft(`new-${kind}`, '', stored);
  const [showsPlaces, setShowsPlaces] = useState(false);
  // A draft whose answer got lost is sent again under the same key, and makes no second one.
  const [key, setKey] = useState(newRequestKey);
  const wording = useWording(draft);
  const places = checkDraft(draft);
  const create = useMutation({
    mutationFn: () => callOnce(contentRoutes.createDraft, { body: draft }, key),
    onSuccess: ({ lessonId }) => {
      forget();
      void queryClient.invalidateQueries({ queryKey: ['lessons'] });
      void navigate(`${lessonsPage.path}/${lessonId}`, { replace: true });
    },
  });
  const shown = showsPlaces ? places : [];
  const save = () => {
    setShowsPlaces(true);
    if (places.length === 0) create.mutate();
  };
  return (
    <WordingContext.Provider value={wording.places}>
      <PageHeader
        crumb={lessonCrumb}
        title={`新${contentKindNames[kind]}`}
        actions={
          <div className="actions">
            {isEdited && <Button onClick={giveUp}>清空重写</Button>}
            <Button type="primary" loading={create.isPending} onClick={save}>
              保存为草稿
            </Button>
          </div>
        }
      />
      <div className="notice" role="status">
        {isEdited
          ? '写下的内容留在这台电脑上，保存为草稿后同事才能看到。'
          : '先保存为草稿，再提交复核；通过后您再发布，客户才能看到。'}
      </div>
      <OpenPlaces places={shown} />
      <WordingNotice hasFailed={wording.hasFailed} />
      <FailureNotice error={create.error} nameOf={placeName} />
      <DraftBench
        lessonId={null}
        draft={draft}
        places={shown}
        onChange={(next) => {
          // Another text is another wish.
          if (create.isError) setKey(newRequestKey());
          create.reset();
          setDraft(next);
        }}
      />
    </WordingContext.Provider>
  );
}
