package coffeebreak.index;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;

/// How an entry lies in Lucene: one document for its name, then one for each of its texts. A text that the embedder
/// reads in several pieces is followed by a document for each piece but the first, with its vector and nothing that is
/// searched by words.
final class Fields {
    static final String ID = "id";
    static final String KIND = "kind";
    static final String VERSION = "version";
    static final String NAME = "name";
    static final String TITLE = "title";
    static final String BODY = "body";
    static final String STEMS = "stems";
    static final String PLAIN = "plain";
    /// How many pieces of the same text stand before; only where there is one at all.
    static final String PIECE = "piece";
    static final String DIGEST = "digest";
    static final String VECTOR = "vector";

    /// Marks the document that holds the name.
    static final String NAMED = "named";

    static final String YES = "y";

    private static final FieldType STEMS_WITH_FREQUENCIES = new FieldType();

    static {
        STEMS_WITH_FREQUENCIES.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        STEMS_WITH_FREQUENCIES.setTokenized(true);
        STEMS_WITH_FREQUENCIES.freeze();
    }

    private Fields() {}

    static Document name(Entry entry) {
        var document = common(entry);
        document.add(new StringField(NAMED, YES, Field.Store.NO));
        document.add(new Field(STEMS, entry.name(), STEMS_WITH_FREQUENCIES));
        document.add(new TextField(PLAIN, entry.name(), Field.Store.NO));
        return document;
    }

    static Document text(Entry entry, Text text, Piece piece, float @Nullable [] vector) {
        var document = piece(entry, 0, piece, vector);
        document.add(new StoredField(TITLE, text.title()));
        document.add(new StoredField(BODY, text.body()));
        document.add(new Field(STEMS, text.whole(), STEMS_WITH_FREQUENCIES));
        document.add(new TextField(PLAIN, text.whole(), Field.Store.NO));
        return document;
    }

    /// A piece of a text after the first, `number` of them before it.
    static Document furtherPiece(Entry entry, int number, Piece piece, float[] vector) {
        var document = piece(entry, number, piece, vector);
        document.add(new StoredField(TITLE, ""));
        document.add(new StoredField(BODY, piece.words()));
        return document;
    }

    private static Document piece(Entry entry, int number, Piece piece, float @Nullable [] vector) {
        var document = common(entry);
        document.add(new NumericDocValuesField(PIECE, number));
        document.add(new StringField(DIGEST, piece.digest(), Field.Store.YES));
        if (vector != null) {
            document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    private static Document common(Entry entry) {
        var document = new Document();
        document.add(new StringField(ID, entry.id(), Field.Store.YES));
        document.add(new StringField(KIND, entry.kind(), Field.Store.YES));
        document.add(new StoredField(NAME, entry.name()));
        document.add(new NumericDocValuesField(VERSION, entry.version()));
        return document;
    }
}
