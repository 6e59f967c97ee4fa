import { Injectable } from '@nestjs/common';
import {
  Configuration,
  type ConfigurationKey,
  type Configured,
} from '../../foundation/configuration/index.ts';
import { FEED_WEIGHTS_KEY, FeedWeights, initialFeedWeights } from './feed-weights.ts';

/** The weights of the feed as the business has set them. */
@Injectable()
export class FeedConfiguration {
  readonly #key: ConfigurationKey<FeedWeights>;

  constructor(private readonly configuration: Configuration) {
    this.#key = configuration.register(FEED_WEIGHTS_KEY, FeedWeights, initialFeedWeights);
  }

  weightsAt(now: number): Promise<Configured<FeedWeights>> {
    return this.configuration.get(this.#key, now);
  }
}
