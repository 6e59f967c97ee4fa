import type { CampaignDetail, CampaignDraft } from '@siyu/shared/contracts/campaigns';
import { campaignsRoutes } from '@siyu/shared/contracts/campaigns.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { refreshCampaign, takeCampaign } from './campaign-queries.ts';

/** Saving a campaign, looking at whom it reaches, and moving it on; each shows the stored truth again when it is done. */
export function useCampaignActs(
  { campaignId, revision, preview }: Pick<CampaignDetail, 'campaignId' | 'revision' | 'preview'>,
  onSaved?: () => void,
) {
  const params = { campaignId };
  const after = { onSuccess: takeCampaign, onError: () => void refreshCampaign(campaignId) };
  const save = useMutation({
    mutationFn: (draft: CampaignDraft) =>
      call(campaignsRoutes.saveCampaign, { params, body: { draft, revision } }),
    // Of what somebody else saved meanwhile the writer is told; what they wrote stays before them.
    onSuccess: (detail) => {
      onSaved?.();
      takeCampaign(detail);
    },
  });
  const take = useMutation({
    mutationFn: () => call(campaignsRoutes.takePreview, { params, body: { revision } }),
    ...after,
  });
  const submit = useMutation({
    mutationFn: () =>
      call(campaignsRoutes.submitCampaign, {
        params,
        body: { revision, previewSha256: preview?.sha256 ?? '' },
      }),
    ...after,
  });
  const handOver = useMutation({
    mutationFn: (adviserId: string) =>
      call(campaignsRoutes.handOver, { params, body: { adviserId, revision } }),
    ...after,
  });
  const cancel = useMutation({
    mutationFn: (reason: string) => call(campaignsRoutes.cancelCampaign, { params, body: { reason } }),
    ...after,
  });
  return { save, take, submit, handOver, cancel };
}
export type CampaignActsState = ReturnType<typeof useCampaignActs>;
