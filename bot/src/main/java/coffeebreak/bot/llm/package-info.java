/// Models of language, and the only place that knows LangChain4j, onnxruntime and DJL's tokenizer.
///
/// [MiniLm] runs inside this process, with no network and no key; [Meanings] gives any LangChain4j
/// embedding model to the index. [LanguageModel] asks a model elsewhere, when one is configured, what a question
/// means; it never answers.
@NullMarked
package coffeebreak.bot.llm;

import org.jspecify.annotations.NullMarked;
