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
import java.util.ArrayList;
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

    /// All in one message.
    ///
    /// @param comment what stands beside the files, as Slack writes it; null for nothing
    /// @return whether the files are surely there
    boolean share(String conversation, @Nullable String thread, List<Attachment> files, @Nullable String comment) {
        var details = new ArrayList<FilesCompleteUploadExternalRequest.FileDetails>();
        for (var file : files) {
            var id = upload(file);
            if (id.isEmpty()) {
                return false;
            }
            details.add(FilesCompleteUploadExternalRequest.FileDetails.builder()
                    .id(id.get())
                    .title(file.title())
                    .build());
        }
        return calls.make(
                        "files.completeUploadExternal",
                        () -> methods.filesCompleteUploadExternal(FilesCompleteUploadExternalRequest.builder()
                                .files(details)
                                .channelId(conversation)
                                .threadTs(thread)
                                .initialComment(comment)
                                .build()))
                instanceof Outcome.Done;
    }

    /// The id of a file that Slack has and nobody sees yet. Whoever cannot see a picture is told its title.
    private Optional<String> upload(Attachment file) {
        var bytes = file.bytes();
        var announced = calls.make(
                "files.getUploadURLExternal",
                () -> methods.filesGetUploadURLExternal(FilesGetUploadURLExternalRequest.builder()
                        .filename(file.name())
                        .length(bytes.length)
                        .altTxt(file.mediaType().startsWith("image/") ? file.title() : null)
                        .build()));
        return announced instanceof Outcome.Done(var place) && put(place.getUploadUrl(), file.mediaType(), bytes)
                ? Optional.of(place.getFileId())
                : Optional.empty();
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
