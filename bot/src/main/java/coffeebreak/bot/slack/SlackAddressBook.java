package coffeebreak.bot.slack;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.AddressBook;
import com.slack.api.methods.MethodsClient;

/// Asks `users.lookupByEmail`, which needs the scope `users:read.email`. The address is in no log and no reason.
final class SlackAddressBook implements AddressBook {

    private final MethodsClient methods;

    SlackAddressBook(MethodsClient methods) {
        this.methods = methods;
    }

    @Override
    public Answer find(String email) {
        return switch (SlackCall.make(() -> methods.usersLookupByEmail(request -> request.email(email)))) {
            case SlackCall.Outcome.Done(var answer)
            when answer.getUser() != null ->
                SlackDirectory.isMember(answer.getUser())
                        ? new Answer.Found(new Person(answer.getUser().getId()))
                        : new Answer.Nobody();
            case SlackCall.Outcome.Limited(var after) -> new Answer.Later(after);
            case SlackCall.Outcome.Locked(var code) ->
                new Answer.NotAllowed(
                        code.equals("missing_scope")
                                ? "the app has no scope users:read.email; add it and install the app again, or give Slack ids"
                                : "Slack says " + code);
            case SlackCall.Outcome.Refused(var code) when code.equals("users_not_found") -> new Answer.Nobody();
            case SlackCall.Outcome<?> failed -> new Answer.Unknown(failed.reason());
        };
    }
}
