import type { CampaignDetail, CampaignDraft, CampaignOptions } from '@siyu/shared/contracts/campaigns';
import type { Place } from '../lessons/check-draft.ts';

/** One step of the wizard: the fields of a draft that are written in it. */
export interface StepProps {
  readonly draft: CampaignDraft;
  /** Null: a new one. */
  readonly stored: CampaignDetail | null;
  /** Absent while they are fetched. */
  readonly options: CampaignOptions | undefined;
  /** Of what is chosen; null: nothing is, or its title is not known any more. */
  readonly contentTitle: string | null;
  readonly places: readonly Place[];
  readonly choose: (contentId: string, title: string) => void;
  readonly change: (next: Partial<CampaignDraft>) => void;
}
