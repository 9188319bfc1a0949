<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Account</name>
    <message numerus="yes">
        <source>%n already in EPA Desktop</source>
        <translation>
            <numerusform>%n already in EPA Desktop</numerusform>
            <numerusform>%n already in EPA Desktop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be added</source>
        <translation>
            <numerusform>%n could not be added</numerusform>
            <numerusform>%n could not be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries could not be read</source>
        <translation>
            <numerusform>%n entry could not be read</numerusform>
            <numerusform>%n entries could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) added</source>
        <translation>
            <numerusform>%n model added</numerusform>
            <numerusform>%n models added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) in the account {0} ({1})</source>
        <translation>
            <numerusform>%n model in the account {0} ({1})</numerusform>
            <numerusform>%n models in the account {0} ({1})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new model(s) in the account</source>
        <translation>
            <numerusform>%n new model in the account</numerusform>
            <numerusform>%n new models in the account</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not processed</source>
        <translation>
            <numerusform>%n not processed</numerusform>
            <numerusform>%n not processed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Adding models was interrupted. For %n of them a key may have been issued that was not kept.</source>
        <translation>
            <numerusform>Adding models was interrupted. For %n of them a key may have been issued that was not kept.</numerusform>
            <numerusform>Adding models was interrupted. For %n of them a key may have been issued that was not kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BeforeDialog</name>
    <message numerus="yes">
        <source>%n request(s) are sent now, and the same number after the switch.</source>
        <translation>
            <numerusform>%n request is sent now, and the same number after the switch.</numerusform>
            <numerusform>%n requests are sent now, and the same number after the switch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%n job(s) in progress</source>
        <translation>
            <numerusform>%n job in progress</numerusform>
            <numerusform>%n jobs in progress</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonController</name>
    <message numerus="yes">
        <source>After the switch to “{0}”, the prediction API of “{1}” answered {2} of %n row(s).</source>
        <translation>
            <numerusform>After the switch to “{0}”, the prediction API of “{1}” answered {2} of %n row.</numerusform>
            <numerusform>After the switch to “{0}”, the prediction API of “{1}” answered {2} of %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message numerus="yes">
        <source>%Ln class(es) in all are like this.</source>
        <translation>
            <numerusform>%Ln class in all is like this.</numerusform>
            <numerusform>%Ln classes in all are like this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column name(s) in all are like this.</source>
        <translation>
            <numerusform>%Ln column name in all is like this.</numerusform>
            <numerusform>%Ln column names in all are like this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) have no name.</source>
        <translation>
            <numerusform>%Ln column has no name.</numerusform>
            <numerusform>%Ln columns have no name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) have values with invisible characters, or with spaces at their ends.</source>
        <translation>
            <numerusform>%Ln column has values with invisible characters, or with spaces at their ends.</numerusform>
            <numerusform>%Ln columns have values with invisible characters, or with spaces at their ends.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) of the file sent last are missing: {some}.</source>
        <translation>
            <numerusform>%Ln column of the file sent last is missing: {some}.</numerusform>
            <numerusform>%Ln columns of the file sent last are missing: {some}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) were not in the file sent last: {some}.</source>
        <translation>
            <numerusform>%Ln column was not in the file sent last: {some}.</numerusform>
            <numerusform>%Ln columns were not in the file sent last: {some}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) in all are like this.</source>
        <translation>
            <numerusform>%Ln field in all is like this.</numerusform>
            <numerusform>%Ln fields in all are like this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total} fields are not of type {type}.</source>
        <translation>
            <numerusform>%Ln of {total} fields is not of type {type}.</numerusform>
            <numerusform>%Ln of {total} fields are not of type {type}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total} fields contain a word for a missing value.</source>
        <translation>
            <numerusform>%Ln of {total} fields contains a word for a missing value.</numerusform>
            <numerusform>%Ln of {total} fields contain a word for a missing value.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total} fields have a different format from most, for example in row {row}.</source>
        <translation>
            <numerusform>%Ln of {total} fields has a different format from most, in row {row}.</numerusform>
            <numerusform>%Ln of {total} fields have a different format from most, for example in row {row}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other row(s) also have too many or too few fields.</source>
        <translation>
            <numerusform>%Ln other row also has too many or too few fields.</numerusform>
            <numerusform>%Ln other rows also have too many or too few fields.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are probably lost.</source>
        <translation>
            <numerusform>%Ln row is probably lost.</numerusform>
            <numerusform>%Ln rows are probably lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have no value in any column.</source>
        <translation>
            <numerusform>%Ln row has no value in any column.</numerusform>
            <numerusform>%Ln rows have no value in any column.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in all are like this.</source>
        <translation>
            <numerusform>%Ln row in all is like this.</numerusform>
            <numerusform>%Ln rows in all are like this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in all repeat them.</source>
        <translation>
            <numerusform>%Ln row in all repeats them.</numerusform>
            <numerusform>%Ln rows in all repeat them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) seem to be subtotals.</source>
        <translation>
            <numerusform>%Ln row seems to be a subtotal.</numerusform>
            <numerusform>%Ln rows seem to be subtotals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All that follows counts as part of this field: %Ln row(s) or more.</source>
        <translation>
            <numerusform>All that follows counts as part of this field: %Ln row or more.</numerusform>
            <numerusform>All that follows counts as part of this field: %Ln rows or more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is the column to predict, and had %Ln class(es) in the file sent last: {labels}.</source>
        <translation>
            <numerusform>It is the column to predict, and had %Ln class in the file sent last: {labels}.</numerusform>
            <numerusform>It is the column to predict, and had %Ln classes in the file sent last: {labels}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave row(s) {said} out of the copy that is sent. Your file is not changed.</source>
        <translation>
            <numerusform>Leave row {said} out of the copy that is sent. Your file is not changed.</numerusform>
            <numerusform>Leave rows {said} out of the copy that is sent. Your file is not changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Row {row} has %Ln field(s), but there are {second} column names.</source>
        <translation>
            <numerusform>Row {row} has %Ln field, but there are {second} column names.</numerusform>
            <numerusform>Row {row} has %Ln fields, but there are {second} column names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has %Ln blank line(s) in all.</source>
        <translation>
            <numerusform>The file has %Ln blank line in all.</numerusform>
            <numerusform>The file has %Ln blank lines in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has %Ln column(s).</source>
        <translation>
            <numerusform>The file has %Ln column.</numerusform>
            <numerusform>The file has %Ln columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has %Ln row(s), too few to train.</source>
        <translation>
            <numerusform>The file has %Ln row, too few to train.</numerusform>
            <numerusform>The file has %Ln rows, too few to train.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has %Ln row(s); the one sent last had {total}.</source>
        <translation>
            <numerusform>The file has %Ln row; the one sent last had {total}.</numerusform>
            <numerusform>The file has %Ln rows; the one sent last had {total}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has exactly %Ln row(s), as many as Excel can hold.</source>
        <translation>
            <numerusform>The file has exactly %Ln row, as many as Excel can hold.</numerusform>
            <numerusform>The file has exactly %Ln rows, as many as Excel can hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has only %Ln row(s).</source>
        <translation>
            <numerusform>The file has only %Ln row.</numerusform>
            <numerusform>The file has only %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first 1,000 rows are of type {type}, but %Ln of {total} fields are not.</source>
        <translation>
            <numerusform>The first 1,000 rows are of type {type}, but %Ln of {total} fields is not.</numerusform>
            <numerusform>The first 1,000 rows are of type {type}, but %Ln of {total} fields are not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln such place(s).</source>
        <translation>
            <numerusform>There is %Ln such place.</numerusform>
            <numerusform>There are %Ln such places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This applies to %Ln of {total} fields, first in row {row}.</source>
        <translation>
            <numerusform>This applies to %Ln of {total} fields, in row {row}.</numerusform>
            <numerusform>This applies to %Ln of {total} fields, first in row {row}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln more</source>
        <translation>
            <numerusform>{0} and %Ln more</numerusform>
            <numerusform>{0} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingTree</name>
    <message numerus="yes">
        <source>Fixed in the copy (%Ln)</source>
        <translation>
            <numerusform>Fixed in the copy (%Ln)</numerusform>
            <numerusform>Fixed in the copy (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stops the file (%Ln)</source>
        <translation>
            <numerusform>Stops the file (%Ln)</numerusform>
            <numerusform>Stops the file (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suggestions (%Ln)</source>
        <translation>
            <numerusform>Suggestions (%Ln)</numerusform>
            <numerusform>Suggestions (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) ago</source>
        <translation>
            <numerusform>about %n day ago</numerusform>
            <numerusform>about %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n finished job(s) of this model</source>
        <translation>
            <numerusform>from %n finished job of this model</numerusform>
            <numerusform>from %n finished jobs of this model</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n finished job(s) of this model, by their rows</source>
        <translation>
            <numerusform>from %n finished job of this model, by its rows</numerusform>
            <numerusform>from %n finished jobs of this model, by their rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about %n day(s)</source>
        <translation>
            <numerusform>in about %n day</numerusform>
            <numerusform>in about %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries were added since, and they fit together. The fingerprint says nothing about them.</source>
        <translation>
            <numerusform>%Ln entry was added since, and it fits. The fingerprint says nothing about it.</numerusform>
            <numerusform>%Ln entries were added since, and they fit together. The fingerprint says nothing about them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln entries to “{0}”.</source>
        <translation>
            <numerusform>Exported %Ln entry to “{0}”.</numerusform>
            <numerusform>Exported %Ln entries to “{0}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fingerprint not found among %Ln entries.</source>
        <translation>
            <numerusform>Fingerprint not found: the only entry (%Ln) has another one.</numerusform>
            <numerusform>Fingerprint not found among %Ln entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fingerprint not found: it is of entry {0}, but there are only %Ln entries.</source>
        <translation>
            <numerusform>Fingerprint not found: it is of entry {0}, but there is only %Ln entry.</numerusform>
            <numerusform>Fingerprint not found: it is of entry {0}, but there are only %Ln entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fingerprint of %Ln entries up to {0} copied.</source>
        <translation>
            <numerusform>Fingerprint of %Ln entry up to {0} copied.</numerusform>
            <numerusform>Fingerprint of %Ln entries up to {0} copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verified: %Ln entries, each as it was written. The fingerprint of the last one begins with {0}.</source>
        <translation>
            <numerusform>Verified: %Ln entry, as it was written. Its fingerprint begins with {0}.</numerusform>
            <numerusform>Verified: %Ln entries, each as it was written. The fingerprint of the last one begins with {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln entries</source>
        <translation>
            <numerusform>{0} of %Ln entry</numerusform>
            <numerusform>{0} of %Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryEvent</name>
    <message numerus="yes">
        <source>%n prediction(s) changed</source>
        <translation>
            <numerusform>%n prediction changed</numerusform>
            <numerusform>%n predictions changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>History exported: {0} (%Ln entries)</source>
        <translation>
            <numerusform>History exported: {0} (%Ln entry)</numerusform>
            <numerusform>History exported: {0} (%Ln entries)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prediction check: {0} of %n row(s) answered</source>
        <translation>
            <numerusform>Prediction check: {0} of %n row answered</numerusform>
            <numerusform>Prediction check: {0} of %n rows answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} (%Ln row(s))</source>
        <translation>
            <numerusform>{0} (%Ln row)</numerusform>
            <numerusform>{0} (%Ln rows)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n row(s) answered</source>
        <translation>
            <numerusform>{0} of %n row answered</numerusform>
            <numerusform>{0} of %n rows answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitsSpoken</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobController</name>
    <message numerus="yes">
        <source>Removed %n job(s) from this list. Nothing changes at the service.</source>
        <translation>
            <numerusform>Removed %n job from this list. Nothing changes at the service.</numerusform>
            <numerusform>Removed %n jobs from this list. Nothing changes at the service.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed the model “{0}” and its %n job(s).</source>
        <translation>
            <numerusform>Removed the model “{0}” and its %n job.</numerusform>
            <numerusform>Removed the model “{0}” and its %n jobs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobFacts</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message numerus="yes">
        <source>next check in %n second(s)</source>
        <translation>
            <numerusform>next check in %n second</numerusform>
            <numerusform>next check in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobPage</name>
    <message numerus="yes">
        <source>Estimated from %n finished job(s) of this model and their number of rows.</source>
        <translation>
            <numerusform>Estimated from %n finished job of this model and its number of rows.</numerusform>
            <numerusform>Estimated from %n finished jobs of this model and their number of rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Estimated from %n finished job(s) of this model.</source>
        <translation>
            <numerusform>Estimated from %n finished job of this model.</numerusform>
            <numerusform>Estimated from %n finished jobs of this model.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonModel</name>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>List</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) of files sent</source>
        <translation>
            <numerusform>%n profile of a file sent</numerusform>
            <numerusform>%n profiles of files sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n need(s) attention – {0}</source>
        <translation>
            <numerusform>%n needs attention – {0}</numerusform>
            <numerusform>%n need attention – {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedsButton</name>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notable</name>
    <message numerus="yes">
        <source>%Ln rows cannot be used, because a value is missing or not a number.</source>
        <translation>
            <numerusform>%Ln row cannot be used, because a value is missing or not a number.</numerusform>
            <numerusform>%Ln rows cannot be used, because a value is missing or not a number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln more contradictions.</source>
        <translation>
            <numerusform>There is %Ln more contradiction.</numerusform>
            <numerusform>There are %Ln more contradictions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n job(s) have ended</source>
        <translation>
            <numerusform>%n job has ended</numerusform>
            <numerusform>%n jobs have ended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Predictions</name>
    <message numerus="yes">
        <source>%n prediction(s) changed, most of all {0}</source>
        <translation>
            <numerusform>%n prediction changed, most of all {0}</numerusform>
            <numerusform>%n predictions changed, most of all {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not sent: they would have met the same problem.</source>
        <translation>
            <numerusform>%n row not sent: it would have met the same problem.</numerusform>
            <numerusform>%n rows not sent: they would have met the same problem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Canceled: %n row(s) not sent.</source>
        <translation>
            <numerusform>Canceled: %n row not sent.</numerusform>
            <numerusform>Canceled: %n rows not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Row {0} has %n field(s) instead of {1}. Correct the row, or choose fewer rows.</source>
        <translation>
            <numerusform>Row {0} has %n field instead of {1}. Correct the row, or choose fewer rows.</numerusform>
            <numerusform>Row {0} has %n fields instead of {1}. Correct the row, or choose fewer rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s) of “{0}”.</source>
        <translation>
            <numerusform>The first row of “{0}”.</numerusform>
            <numerusform>The first %n rows of “{0}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same rows are sent before and after each switch of this model: %n request(s) per switch.</source>
        <translation>
            <numerusform>The same rows are sent before and after each switch of this model: %n request per switch.</numerusform>
            <numerusform>The same rows are sent before and after each switch of this model: %n requests per switch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This check sends %n request(s), one for each row.</source>
        <translation>
            <numerusform>This check sends %n request, for its one row.</numerusform>
            <numerusform>This check sends %n requests, one for each row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n row(s) answered</source>
        <translation>
            <numerusform>{0} of %n row answered</numerusform>
            <numerusform>{0} of %n rows answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n row(s) answered ({1} before)</source>
        <translation>
            <numerusform>{0} of %n row answered ({1} before)</numerusform>
            <numerusform>{0} of %n rows answered ({1} before)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n row(s) answered at {1}</source>
        <translation>
            <numerusform>{0} of %n row answered at {1}</numerusform>
            <numerusform>{0} of %n rows answered at {1}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n row(s) answered at {1} ({2} before)</source>
        <translation>
            <numerusform>{0} of %n row answered at {1} ({2} before)</numerusform>
            <numerusform>{0} of %n rows answered at {1} ({2} before)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n job(s) shown</source>
        <translation>
            <numerusform>{0} of %n job shown</numerusform>
            <numerusform>{0} of %n jobs shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message numerus="yes">
        <source>The first %Ln row(s) are shown</source>
        <translation>
            <numerusform>The first %Ln row is shown</numerusform>
            <numerusform>The first %Ln rows are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewTabs</name>
    <message numerus="yes">
        <source>%Ln fix(es)</source>
        <translation>
            <numerusform>%Ln fix</numerusform>
            <numerusform>%Ln fixes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuitGuard</name>
    <message numerus="yes">
        <source>The service has been asked to switch the model, and has not answered yet. EPA Desktop quits by itself as soon as the answer is known, in %n min at the latest.</source>
        <translation>
            <numerusform>The service has been asked to switch the model, and has not answered yet. EPA Desktop quits by itself as soon as the answer is known, in %n min at the latest.</numerusform>
            <numerusform>The service has been asked to switch the model, and has not answered yet. EPA Desktop quits by itself as soon as the answer is known, in %n min at the latest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Repair</name>
    <message numerus="yes">
        <source>%Ln fields of column {0} emptied: {1}</source>
        <translation>
            <numerusform>%Ln field of column {0} emptied: {1}</numerusform>
            <numerusform>%Ln fields of column {0} emptied: {1}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows left out: {0}, …</source>
        <translation>
            <numerusform>%Ln row left out: {0}, …</numerusform>
            <numerusform>%Ln rows left out: {0}, …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} (%Ln fields)</source>
        <translation>
            <numerusform>{0} (%Ln field)</numerusform>
            <numerusform>{0} (%Ln fields)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportController</name>
    <message numerus="yes">
        <source>%Ln more rows are in the Results window of EPA Desktop.</source>
        <translation>
            <numerusform>%Ln more row is in the Results window of EPA Desktop.</numerusform>
            <numerusform>%Ln more rows are in the Results window of EPA Desktop.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetrainingDialog</name>
    <message numerus="yes">
        <source>Send %Ln row(s)</source>
        <translation>
            <numerusform>Send %Ln row</numerusform>
            <numerusform>Send %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetrainingFacts</name>
    <message numerus="yes">
        <source>%Ln class(es) as before</source>
        <translation>
            <numerusform>%Ln class as before</numerusform>
            <numerusform>%Ln classes as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s), {0} of them as before</source>
        <translation>
            <numerusform>%Ln column, {0} of them as before</numerusform>
            <numerusform>%Ln columns, {0} of them as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) fewer ({0} %)</source>
        <translation>
            <numerusform>%Ln row fewer ({0} %)</numerusform>
            <numerusform>%Ln rows fewer ({0} %)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) more ({0} %)</source>
        <translation>
            <numerusform>%Ln row more ({0} %)</numerusform>
            <numerusform>%Ln rows more ({0} %)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {0} points of accuracy: each retraining is evaluated on another tenth, about %Ln row(s)</source>
        <translation>
            <numerusform>About {0} points of accuracy: each retraining is evaluated on another tenth, about %Ln row</numerusform>
            <numerusform>About {0} points of accuracy: each retraining is evaluated on another tenth, about %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same %Ln column(s) and types</source>
        <translation>
            <numerusform>The same %Ln column and type</numerusform>
            <numerusform>The same %Ln columns and types</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetrainingState</name>
    <message numerus="yes">
        <source>%Ln can be fixed in the copy that is sent. Your own file stays as it is.</source>
        <translation>
            <numerusform>%Ln can be fixed in the copy that is sent. Your own file stays as it is.</numerusform>
            <numerusform>%Ln can be fixed in the copy that is sent. Your own file stays as it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) to fix</source>
        <translation>
            <numerusform>%Ln problem to fix</numerusform>
            <numerusform>%Ln problems to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) to fix in both files</source>
        <translation>
            <numerusform>%Ln problem to fix in both files</numerusform>
            <numerusform>%Ln problems to fix in both files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) to fix in the evaluation file</source>
        <translation>
            <numerusform>%Ln problem to fix in the evaluation file</numerusform>
            <numerusform>%Ln problems to fix in the evaluation file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) so far</source>
        <translation>
            <numerusform>%Ln row so far</numerusform>
            <numerusform>%Ln rows so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix the problem(s) first.</source>
        <translation>
            <numerusform>Fix the problem first.</numerusform>
            <numerusform>Fix the problems first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No problems left: %Ln fixed in the copy that is sent. Your own file stays as it is.</source>
        <translation>
            <numerusform>No problems left: %Ln fixed in the copy that is sent. Your own file stays as it is.</numerusform>
            <numerusform>No problems left: %Ln fixed in the copy that is sent. Your own file stays as it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready to send, with %Ln suggestion(s)</source>
        <translation>
            <numerusform>Ready to send, with %Ln suggestion</numerusform>
            <numerusform>Ready to send, with %Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send in spite of %Ln problem(s)</source>
        <translation>
            <numerusform>Send in spite of %Ln problem</numerusform>
            <numerusform>Send in spite of %Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsPart</name>
    <message numerus="yes">
        <source>%Ln row(s) newly right</source>
        <translation>
            <numerusform>%Ln row newly right</numerusform>
            <numerusform>%Ln rows newly right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) newly wrong</source>
        <translation>
            <numerusform>%Ln row newly wrong</numerusform>
            <numerusform>%Ln rows newly wrong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveController</name>
    <message numerus="yes">
        <source>Save results of %n job(s) to</source>
        <translation>
            <numerusform>Save results of %n job to</numerusform>
            <numerusform>Save results of %n jobs to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralPart</name>
    <message numerus="yes">
        <source>%n job(s) selected.</source>
        <translation>
            <numerusform>%n job selected.</numerusform>
            <numerusform>%n jobs selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpokenNews</name>
    <message numerus="yes">
        <source>%n job(s) need attention</source>
        <translation>
            <numerusform>%n job needs attention</numerusform>
            <numerusform>%n jobs need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateBox</name>
    <message numerus="yes">
        <source>Fix %Ln in the copy</source>
        <translation>
            <numerusform>Fix %Ln in the copy</numerusform>
            <numerusform>Fix %Ln in the copy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction API(s)</source>
        <translation>
            <numerusform>%n prediction API</numerusform>
            <numerusform>%n prediction APIs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SwitchDialog</name>
    <message numerus="yes">
        <source>%n warning(s) further down</source>
        <translation>
            <numerusform>%n warning further down</numerusform>
            <numerusform>%n warnings further down</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableFoot</name>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) shown</source>
        <translation>
            <numerusform>%Ln row shown</numerusform>
            <numerusform>%Ln rows shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>Copied %Ln row.</numerusform>
            <numerusform>Copied %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied the first %Ln row(s), the most that can be copied at once.</source>
        <translation>
            <numerusform>Copied the first row, the most that can be copied at once.</numerusform>
            <numerusform>Copied the first %Ln rows, the most that can be copied at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln switch(es)</source>
        <translation>
            <numerusform>%Ln switch</numerusform>
            <numerusform>%Ln switches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Value</name>
    <message numerus="yes">
        <source>For %Ln row(s), the new model’s predictions are worth {0}, the other model’s {1}: {2}.</source>
        <translation>
            <numerusform>For %Ln row, the new model’s predictions are worth {0}, the other model’s {1}: {2}.</numerusform>
            <numerusform>For %Ln rows, the new model’s predictions are worth {0}, the other model’s {1}: {2}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %Ln row(s) the new model is surest of, {0} are “{1}”; of those the other model is surest of, {2} are.</source>
        <translation>
            <numerusform>Of the %Ln row the new model is surest of, {0} are “{1}”; of those the other model is surest of, {2} are.</numerusform>
            <numerusform>Of the %Ln rows the new model is surest of, {0} are “{1}”; of those the other model is surest of, {2} are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message numerus="yes">
        <source>Both models were evaluated on the same %Ln row(s).</source>
        <translation>
            <numerusform>Both models were evaluated on the same row.</numerusform>
            <numerusform>Both models were evaluated on the same %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln row(s), both models were right in the same ones, and wrong in the same ones.</source>
        <translation>
            <numerusform>Of %Ln row, both models were right in the same ones, and wrong in the same ones.</numerusform>
            <numerusform>Of %Ln rows, both models were right in the same ones, and wrong in the same ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln row(s), only the new model was right in {0}, only the other in {1}.</source>
        <translation>
            <numerusform>Of %Ln row, only the new model was right in {0}, only the other in {1}.</numerusform>
            <numerusform>Of %Ln rows, only the new model was right in {0}, only the other in {1}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln row(s), the new model was right in {0}, the other in {1}.</source>
        <translation>
            <numerusform>Of %Ln row, the new model was right in {0}, the other in {1}.</numerusform>
            <numerusform>Of %Ln rows, the new model was right in {0}, the other in {1}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %Ln row(s), {0} went from {1} to {2}.</source>
        <translation>
            <numerusform>On %Ln row, {0} went from {1} to {2}.</numerusform>
            <numerusform>On %Ln rows, {0} went from {1} to {2}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On the same %Ln row(s), {0} went from {1} to {2}: {3} (95 % interval: {4}).</source>
        <translation>
            <numerusform>On the same %Ln row, {0} went from {1} to {2}: {3} (95 % interval: {4}).</numerusform>
            <numerusform>On the same %Ln rows, {0} went from {1} to {2}: {3} (95 % interval: {4}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With these %Ln row(s), a difference of {0} or more would show in 4 of 5 cases.</source>
        <translation>
            <numerusform>With this %Ln row, a difference of {0} or more would show in 4 of 5 cases.</numerusform>
            <numerusform>With these %Ln rows, a difference of {0} or more would show in 4 of 5 cases.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictPage</name>
    <message numerus="yes">
        <source>%Ln row(s) newly right</source>
        <translation>
            <numerusform>%Ln row newly right</numerusform>
            <numerusform>%Ln rows newly right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) newly wrong</source>
        <translation>
            <numerusform>%Ln row newly wrong</numerusform>
            <numerusform>%Ln rows newly wrong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WarningList</name>
    <message numerus="yes">
        <source>%n API key(s) need attention</source>
        <translation>
            <numerusform>%n API key needs attention</numerusform>
            <numerusform>%n API keys need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more warning(s) below</source>
        <translation>
            <numerusform>%n more warning below</numerusform>
            <numerusform>%n more warnings below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
</TS>
