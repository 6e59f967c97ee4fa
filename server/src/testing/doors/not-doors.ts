const own = 'says again what the member did or was told before, to that member only';
const register = 'a register of the desk: members meet it through the shelf, whose doors ask the gate';
const writing =
  'writes and reviews texts at the desk: members read them through the doors that ask for the label';
const rules = 'names what members are thanked for, and brings them none of it';
const planning =
  'plans and leads lives at the desk: members meet them through the doors that ask for the label';

const campaign = 'writes, previews and hands in a plan: what goes out is decided by the job that sends it';

/** What was found and brings nobody anything that needs a gate, with the reason why. */
export const notDoors: Readonly<Record<string, string>> = {
  'awards.listAwards': own,
  'content.getLearningRecord': own,
  'content.listCorrections': own,
  'entitlements.listOwn': own,
  'notebook.getKeepsakes': own,
  'notifications.getSettings': own,
  'notifications.listNotices': own,
  'notifications.reportAnswers': own,
  'privacy.getAccessCopy': own,
  'privacy.downloadAccessCopy': own,
  'engagement.recordEvents': 'the member tells us what was looked at, and is told nothing',

  'products.createProduct': register,
  'products.saveProduct': register,
  'products.submitProduct': register,
  'products.endSale': register,

  'content.uploadLesson': writing,
  'content.createDraft': writing,
  'content.saveDraft': writing,
  'content.submitLesson': writing,
  'content.publishLesson':
    'tells of what was published: the consumer of that event and its message are doors',
  'content.withdrawLesson': 'takes away, and tells only those who read it',
  'content.scheduleLesson': 'publishes later, as content.publishLesson does',
  'content.unscheduleLesson': writing,
  'paths.saveDraft': writing,
  'discussion.passComment': 'shows words of members under a text, whose door asks for the label',
  'discussion.refuseComment': 'shows nobody anything',
  'discussion.answerComment': 'shows an answer under a text, whose door asks for the label',
  'communities.unshareLesson': 'takes away',

  'channels.createAccount':
    'names a text behind a code: whoever opens the code comes through channels.openPlacement',
  'channels.createPlacement': 'as channels.createAccount',
  'channels.setPlacementState': 'as channels.createAccount',
  'channels.makePlacementLink': 'as channels.createAccount',

  'incentives.createIncentive': rules,
  'incentives.saveIncentive': rules,
  'incentives.submitIncentive': rules,
  'incentives.moveIncentive': rules,
  'incentives.checkIncentive': rules,
  'backtests.askBacktest': rules,
  'backtests.cancelBacktest': rules,

  'live.createLive': planning,
  'live.saveLive': planning,
  'live.moveLive': planning,
  'live.uploadLiveFile': planning,
  'live.fileLive': planning,
  'live.archiveLive': planning,
  'live.judgeChat': planning,

  'campaigns.createCampaign': campaign,
  'campaigns.saveCampaign': campaign,
  'campaigns.handOver': campaign,
  'campaigns.takePreview': campaign,
  'campaigns.submitCampaign': campaign,
  'campaigns.cancelCampaign': campaign,

  'consumer awards': rules,
  'consumer product-level-notices':
    'tells those whom a product had reached before that its risk level is another one, as the law asks: it offers nothing',
  'consumer feed-outcomes': 'counts why a finished lesson stood in the feed',
  'job live-reminders': 'announces what message LIVE_STARTING tells, which is a door',
  'job notice-rounds': 'sends kinds of messages, each of which is looked at by itself',
  'job platform-sends': 'sends what was planned: whoever plans is looked at',
  'job lesson-corrections': own,
  'job suitability-reminders': 'says that an assessment runs out, and names no product',
  'job scheduled-lessons': 'publishes, as content.publishLesson does',
  'job scheduled-paths': 'publishes the order of texts, whose doors ask for the label',
  'job copy-orders': own,
  'job require-elder-call-backs': 'orders calls of staff',
  ...Object.fromEntries(
    [
      ...[
        'backtests',
        'campaign-outcomes',
        'incentive-effects',
        'points-rounds',
        'path-completions',
        'live-attendance',
      ],
      ...['score-due', 'score-full', 'score-nightly', 'segment-placing', 'segment-tiers'],
      ...['communities-sync', 'wecom-lookups', 'imports', 'exports', 'seal-audit', 'verify-trail'],
      ...[
        'staff-handovers',
        'purge-complaint-pictures',
        'purge-outdated',
        'purge-platform-events',
        'purge-sessions',
      ],
      ...['purge-professional-pictures', 'purge-report-pictures'],
    ].map((name) => [`job ${name}`, 'counts, copies or clears away, and tells members nothing']),
  ),

  'message ACCOUNT_LINKED': 'is about the account',
  'message PRODUCT_LEVEL': 'as consumer product-level-notices',
  'message ASSESSMENT': 'says that something became of an assessment, and names no product',
  'channel wechat.subscribe': 'carries the kinds of messages, each of which is looked at by itself',
  'job campaign-post-watch': 'takes posts back',
};

/** Doors whose gate test needs another world, and the spec in which it stands under the name of the door. */
export const provedElsewhere: Readonly<Record<string, string>> = {
  'outreach.writeInsert': 'action/outreach/sidebar.spec.ts',
};

/** Ids that name neither a product nor a text of the firm. */
export const OTHER_IDS: ReadonlySet<string> = new Set(
  `accountId adviserId answerId applicationId askingId assessmentId authorId awardId branchId brakeId callId campaignId
   cancellableId channelId chatId closingId commentId complaintId configVersionId conflictId contractId correctionId
   couponId entitlementId eventId exportId fileId findingId groupId groupIds handoverId hostId importId insertId intoMemberId itemId leaverId
   memberId noticeId orderId ownerId pathId pictureId pictureIds placementId previewId questionId recordingFileId redemptionId
   reportId requestId requesterId reviewId rowId ruleId runId segmentId sendId sessionId staffId subjectId submissionId successorId
   touchId verificationId viewId`.split(/\s+/),
);
