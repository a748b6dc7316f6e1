package coffeebreak.bot.redis;

import coffeebreak.bot.frontdesk.RemainsContract;
import coffeebreak.bot.importing.ImportsContract;
import coffeebreak.bot.mentoring.HostsContract;
import coffeebreak.bot.mentoring.PlansContract;
import coffeebreak.bot.notices.ContactsContract;
import coffeebreak.bot.organizing.AuditTrailContract;
import coffeebreak.bot.organizing.OpenQuestionsContract;
import coffeebreak.bot.programme.DayJournal;
import coffeebreak.bot.programme.DayJournalContract;
import coffeebreak.bot.signup.AcquaintancesContract;
import coffeebreak.bot.signup.BlocksContract;
import coffeebreak.bot.signup.ProfilesContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the ports promise, on servers that are several.
@ExtendWith(ServersExtension.class)
abstract class StoreContracts {

    /// With nothing in it.
    abstract RedisStore store();

    @Nested
    class PlansThere extends PlansContract {
        PlansThere() {
            var store = store();
            super(store.plans(), store.outbox());
        }
    }

    @Nested
    class ProfilesThere extends ProfilesContract {
        ProfilesThere() {
            super(store().profiles());
        }
    }

    @Nested
    class BlocksThere extends BlocksContract {
        BlocksThere() {
            super(store().blocks());
        }
    }

    @Nested
    class HostsThere extends HostsContract {
        HostsThere() {
            super(store().hosts());
        }
    }

    @Nested
    class ImportsThere extends ImportsContract {
        ImportsThere() {
            super(store().imports());
        }
    }

    @Nested
    class DayJournalThere extends DayJournalContract {

        private final DayJournal journal = store().dayJournal();

        @Override
        protected DayJournal journal() {
            return journal;
        }
    }

    @Nested
    class RemainsThere extends RemainsContract {
        RemainsThere() {
            super(store().remains());
        }
    }

    @Nested
    class ContactsThere extends ContactsContract {
        ContactsThere() {
            super(store().contacts());
        }
    }

    @Nested
    class AcquaintancesThere extends AcquaintancesContract {
        AcquaintancesThere() {
            super(store().acquaintances());
        }
    }

    @Nested
    class AuditTrailThere extends AuditTrailContract {
        AuditTrailThere() {
            super(store().auditTrail());
        }
    }

    @Nested
    class OpenQuestionsThere extends OpenQuestionsContract {
        OpenQuestionsThere() {
            super(store().openQuestions());
        }
    }
}
