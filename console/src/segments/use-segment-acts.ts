import type { SegmentDefinition } from '@siyu/shared/contracts/segment-definitions';
import { segmentDefinitionsRoutes } from '@siyu/shared/contracts/segment-definitions.routes';
import { RULE_FAULTS, type RuleFault } from '@siyu/shared/rules';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call, callOnce } from '../api/call.ts';
import { ProblemError } from '../api/problem-error.ts';
import { newRequestKey } from '../api/request-key.ts';
import { takeDefinition } from './definition-queries.ts';
import { openSegmentPath, segmentPath } from './segment-address.ts';
import type { SegmentDraft } from './use-segment-draft.ts';

/** Saving and activating what is being drawn. */
export function useSegmentActs(definition: SegmentDefinition | null, draft: SegmentDraft) {
  const navigate = useNavigate();
  const [key, setKey] = useState(newRequestKey);
  const save = useMutation({
    mutationFn: () => {
      const { tree, holdoutPercent } = draft;
      const body = {
        name: draft.name.trim(),
        purpose: draft.purpose.trim(),
        rule: { ...tree },
        holdoutPercent,
      };
      if (definition === null) return callOnce(segmentDefinitionsRoutes.createDefinition, { body }, key);
      const { segmentId, revision } = definition;
      return call(segmentDefinitionsRoutes.saveDraft, {
        params: { segmentId },
        body: { ...body, revision },
      });
    },
    onSuccess: async (made) => {
      await takeDefinition(made);
      if (definition === null) await navigate(segmentPath(made.segmentId), { replace: true });
    },
    // Whatever came back, the next press is another wish; without an answer the same one is sent again.
    onSettled: (_, error) => {
      if (!(error instanceof ProblemError) || !error.code.startsWith('client.')) setKey(newRequestKey());
    },
  });
  const activate = useMutation({
    mutationFn: (revision: number) =>
      call(segmentDefinitionsRoutes.activateDefinition, {
        params: { segmentId: definition?.segmentId ?? '' },
        body: { revision },
      }),
    onSuccess: async (made) => {
      await takeDefinition(made);
      await navigate(openSegmentPath(made.segmentId));
    },
  });
  return { save, activate, error: save.error ?? activate.error };
}

/** Faults that only the server can find, such as a segment that was retired meanwhile. */
export function refusedFaults(error: unknown): readonly RuleFault[] {
  if (!(error instanceof ProblemError)) return [];
  return error.places.flatMap(({ path, message }) => {
    const code = RULE_FAULTS.find((each) => each === message);
    return code === undefined ? [] : { place: path.replace(/^rule[.]?/, ''), code };
  });
}
