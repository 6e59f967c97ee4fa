import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/index.ts';
import { ComplaintPictures } from './complaint-pictures.ts';

const HOUR = 3_600_000;

/** Forgets, hour by hour, the pictures that no complaint has named. */
@Injectable()
export class ComplaintPicturePurge implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly pictures: ComplaintPictures,
  ) {}

  onModuleInit(): void {
    this.jobs.every('purge-complaint-pictures', HOUR, async () => {
      while (await this.pictures.purge());
    });
  }
}
