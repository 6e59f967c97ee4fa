import type { AssessmentDetail, AssessmentText, AssessmentVersion } from '@siyu/shared/contracts/assessments';
import {
  ASSESSED_BY_MAX,
  ASSESSMENT_TEXT_MAX,
  ASSESSMENT_TITLE_MAX,
  PROCESSING_KINDS,
} from '@siyu/shared/contracts/assessments.limits';
import { assessmentsRoutes } from '@siyu/shared/contracts/assessments.routes';
import { processingKindNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { call, callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { takeAssessment } from './assessment-queries.ts';

interface WriteAssessmentProps {
  /** What the new version follows; none: another assessment. */
  readonly base?: { readonly assessmentId: string; readonly version: AssessmentVersion };
  readonly onWritten?: (assessmentId: string) => void;
}

const BLANK: AssessmentText = {
  kind: 'SENSITIVE_DATA',
  title: '',
  purpose: '',
  effects: '',
  protections: '',
  conclusion: '',
  assessedBy: '',
  assessedOn: '',
  validUntil: '',
};
const LONG_FIELDS = [
  ['purpose', '目的和必要性'],
  ['effects', '对个人权益的影响和风险'],
  ['protections', '保护措施'],
  ['conclusion', '结论'],
] as const;
const DAY_FIELDS = [
  ['assessedOn', '评估日期'],
  ['validUntil', '有效至（最长三年）'],
] as const;

/** Writes an assessment, or the next version of one; it counts when somebody else has approved it. */
export function WriteAssessment({ base, onWritten }: WriteAssessmentProps) {
  const id = useId();
  const [isWriting, setIsWriting] = useState(false);
  const [draft, setDraft] = useState(base?.version.text ?? BLANK);
  const [key, setKey] = useState(newRequestKey);
  const write = useMutation({
    mutationFn: (): Promise<AssessmentDetail> =>
      base === undefined
        ? callOnce(assessmentsRoutes.writeAssessment, { body: draft }, key)
        : call(assessmentsRoutes.reviseAssessment, {
            params: { assessmentId: base.assessmentId },
            body: { ...draft, baseVersion: base.version.version },
          }),
    onSuccess: (detail) => {
      setIsWriting(false);
      takeAssessment(detail);
      onWritten?.(detail.row.assessmentId);
    },
  });
  const change = (next: Partial<AssessmentText>) => {
    setDraft({ ...draft, ...next });
    // Another text is sent under another key.
    setKey(newRequestKey());
  };
  const act = base === undefined ? '写一份评估' : '写新版本';
  const isWhole = Object.values(draft).every((value) => value.trim() !== '');
  return (
    <>
      <Button type={base === undefined ? 'primary' : 'default'} onClick={() => setIsWriting(true)}>
        {act}
      </Button>
      <Modal
        open={isWriting}
        title={act}
        width={720}
        okText="提交复核"
        cancelText="取消"
        okButtonProps={{ disabled: !isWhole, loading: write.isPending }}
        onOk={() => write.mutate()}
        onCancel={() => setIsWriting(false)}
        afterClose={() => {
          setDraft(base?.version.text ?? BLANK);
          setKey(newRequestKey());
          write.reset();
        }}
      >
        <div className="own-form">
          <p className="note">
            提交后由另一位合规同事复核，通过后才算数。通过的版本不再改动，要改就写新版本。
          </p>
          <div>
            <label htmlFor={`${id}-kind`}>处理活动</label>
            <Select
              id={`${id}-kind`}
              className="full"
              value={draft.kind}
              options={PROCESSING_KINDS.map((value) => ({ value, label: processingKindNames[value] }))}
              onChange={(kind) => change({ kind })}
            />
          </div>
          <div>
            <label htmlFor={`${id}-title`}>评估什么</label>
            <Input
              id={`${id}-title`}
              autoComplete="off"
              maxLength={ASSESSMENT_TITLE_MAX}
              value={draft.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          </div>
          {LONG_FIELDS.map(([name, label]) => (
            <div key={name}>
              <label htmlFor={`${id}-${name}`}>{label}</label>
              <Input.TextArea
                id={`${id}-${name}`}
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={ASSESSMENT_TEXT_MAX}
                value={draft[name]}
                onChange={(event) => change({ [name]: event.target.value })}
              />
            </div>
          ))}
          <div>
            <label htmlFor={`${id}-by`}>评估人（同事或受托机构）</label>
            <Input
              id={`${id}-by`}
              autoComplete="off"
              maxLength={ASSESSED_BY_MAX}
              value={draft.assessedBy}
              onChange={(event) => change({ assessedBy: event.target.value })}
            />
          </div>
          {DAY_FIELDS.map(([name, label]) => (
            <div key={name}>
              <label htmlFor={`${id}-${name}`}>{label}</label>
              <Input
                id={`${id}-${name}`}
                type="date"
                value={draft[name]}
                onChange={(event) => change({ [name]: event.target.value })}
              />
            </div>
          ))}
          <FailureNotice error={write.error} />
        </div>
      </Modal>
    </>
  );
}
