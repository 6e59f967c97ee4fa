import type { PathDraft } from '@siyu/shared/contracts/paths';
import { PATH_SUMMARY_MAX, PATH_TITLE_MAX } from '@siyu/shared/contracts/paths.limits';
import { GROUPS, STAGES } from '@siyu/shared/contracts/scoring.limits';
import { groupNames, stageNames } from '@siyu/shared/messages';
import { Input, Select } from 'antd';
import { useId } from 'react';

interface PathFieldsProps {
  readonly draft: PathDraft;
  readonly onChange: (draft: PathDraft) => void;
}

/** What a path is called, what it says of itself, and whom it is meant for first. */
export function PathFields({ draft, onChange }: PathFieldsProps) {
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-title`}>名称</label>
        <Input
          id={`${id}-title`}
          maxLength={PATH_TITLE_MAX}
          value={draft.title}
          onChange={(event) => onChange({ ...draft, title: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-summary`}>简介（客户在学堂里看到）</label>
        <Input.TextArea
          id={`${id}-summary`}
          rows={2}
          maxLength={PATH_SUMMARY_MAX}
          showCount
          value={draft.summary}
          onChange={(event) => onChange({ ...draft, summary: event.target.value })}
        />
      </div>
      <div className="field-row">
        <div className="field">
          <label htmlFor={`${id}-stages`}>先推给哪些阶段（不选为所有人）</label>
          <Select
            id={`${id}-stages`}
            mode="multiple"
            value={draft.stages}
            options={STAGES.map((value) => ({ value, label: stageNames[value] }))}
            onChange={(stages) => onChange({ ...draft, stages })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-groups`}>先推给哪些客群（不选为所有人）</label>
          <Select
            id={`${id}-groups`}
            mode="multiple"
            value={draft.groups}
            options={GROUPS.map((value) => ({ value, label: groupNames[value] }))}
            onChange={(groups) => onChange({ ...draft, groups })}
          />
        </div>
      </div>
      <p className="note">没有自己写明推给谁的课，按这里的来。</p>
    </>
  );
}
