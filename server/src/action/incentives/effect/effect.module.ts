import { Module } from '@nestjs/common';
import { IdentityModule } from '../../../records/identity/index.ts';
import { ContentModule } from '../../../services/content/index.ts';
import { EffectPeople } from './effect-people.ts';
import { EffectRounds } from './effect-rounds.ts';
import { EffectsConsoleController } from './effects.console.controller.ts';
import { RuleEffects } from './rule-effects.ts';

@Module({
  imports: [ContentModule, IdentityModule],
  controllers: [EffectsConsoleController],
  providers: [EffectPeople, EffectRounds, RuleEffects],
})
export class EffectModule {}
