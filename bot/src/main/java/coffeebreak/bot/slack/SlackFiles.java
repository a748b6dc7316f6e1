package coffeebreak.bot.slack;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.slack.SlackCall.Outcome;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.request.conversations.ConversationsOpenRequest;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shares a file in Slack's three steps: ask where to put it, put it there, say where it is to be seen. Nobody sees
/// anything before the last.
final class SlackFiles {

    private static final Logger log = LoggerFactory.getLogger(SlackFiles.class);

    private final SlackHttpClient http;
    private final MethodsClient methods;
    private final PatientCalls calls;

    SlackFiles(SlackHttpClient http, MethodsClient methods, PatientCalls calls) {
        this.http = http;
        this.methods = methods;
        this.calls = calls;
    }

    /// The direct conversation's id: to share a file, unlike to post a message, a person's id will not do.
    Optional<String> conversationWith(Person person) {
        var opened = calls.make(
                "conversations.open",
                () -> methods.conversationsOpen(ConversationsOpenRequest.builder()
                        .users(List.of(person.id()))
                        .build()));
        return opened instanceof Outcome.Done(var answer) && answer.getChannel() != null
                ? Optional.ofNullable(answer.getChannel().getId())
                : Optional.empty();
    }

    /// @param comment what stands beside the file, as Slack writes it; null for nothing
    /// @return whether the file is surely there
    boolean share(String conversation, @Nullable String thread, Attachment file, @Nullable String comment) {
        var bytes = file.bytes();
        var announced = calls.make(
                "files.getUploadURLExternal",
                () -> methods.filesGetUploadURLExternal(FilesGetUploadURLExternalRequest.builder()
                        .filename(file.name())
                        .length(bytes.length)
                        .build()));
        if (!(announced instanceof Outcome.Done(var place)) || !put(place.getUploadUrl(), file.mediaType(), bytes)) {
            return false;
        }
        var details = FilesCompleteUploadExternalRequest.FileDetails.builder()
                .id(place.getFileId())
                .title(file.title())
                .build();
        return calls.make(
                        "files.completeUploadExternal",
                        () -> methods.filesCompleteUploadExternal(FilesCompleteUploadExternalRequest.builder()
                                .files(List.of(details))
                                .channelId(conversation)
                                .threadTs(thread)
                                .initialComment(comment)
                                .build()))
                instanceof Outcome.Done;
    }

    private boolean put(String address, String mediaType, byte[] bytes) {
        var request = new Request.Builder()
                .url(address)
                .post(RequestBody.create(bytes, MediaType.parse(mediaType)))
                .build();
        try (var response = http.getOkHttpClient().newCall(request).execute()) {
            if (!response.isSuccessful()) {
                log.warn("a file was not taken: HTTP status {}", response.code());
            }
            return response.isSuccessful();
        } catch (IOException lost) {
            log.warn("a file was not taken: {}", lost.getClass().getSimpleName());
            return false;
        }
    }
}
