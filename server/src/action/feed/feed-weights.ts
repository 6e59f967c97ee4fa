import { z } from 'zod';

/** Key of the business configuration that holds the weights; every value is a version of its own. */
export const FEED_WEIGHTS_KEY = 'feed.weights';

const Weight = z.number().int().min(0).max(1000);
export const FeedWeights = z.object({
  continuesPath: Weight,
  continuesPathForAnotherStage: Weight,
  suitsStage: Weight,
  suitsActivity: Weight,
  newLesson: Weight,
  /** Days after publication in which a lesson counts as new. */
  newForDays: z.number().int().min(0).max(365),
});
export type FeedWeights = z.infer<typeof FeedWeights>;

export const initialFeedWeights: FeedWeights = {
  continuesPath: 35,
  continuesPathForAnotherStage: 15,
  suitsStage: 30,
  suitsActivity: 20,
  newLesson: 10,
  newForDays: 14,
};
