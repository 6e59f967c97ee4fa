import { Module } from '@nestjs/common';

/** Points: who has how many, where they came from and where they went. */
@Module({})
export class LedgerModule {}
