package dev.pressline.render.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** The fields of a document in the index, and how their text becomes terms. Stateless. */
final class Fields {

    static final String URI = "uri";
    static final String SHA256 = "sha256";
    static final String ENTRY = "entry";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String TAGS = "tags";
    static final String TAG = "tag";

    /**
     * Words by the rules of Unicode, pairs of characters in Chinese, Japanese and Korean; without
     * case, width and accents. No stemming: which language a query is in, nobody knows.
     */
    static final Analyzer ANALYZER =
            new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    Tokenizer words = new StandardTokenizer();
                    return new TokenStreamComponents(
                            words, new CJKBigramFilter(normalize(field, words)));
                }

                @Override
                protected TokenStream normalize(String field, TokenStream in) {
                    return new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(in)));
                }
            };

    private Fields() {}

    /** A whole value as one term. */
    static String folded(String value) {
        return ANALYZER.normalize(TAG, value.strip()).utf8ToString();
    }
}
